import { type Container, type EphemeralContainer, podSpec, type Workload } from "@policyc/sdk";

/** A container of a pod together with what it is there for, as messages name it. */
export interface ContainerInRole {
  role: "container" | "initContainer" | "ephemeralContainer";
  container: Container | EphemeralContainer;
}

/** Every container of the pod or pod template that runs an image, with its role: containers, init containers, ephemeral containers. */
export function containersWithRoles(object: Workload): ContainerInRole[] {
  const spec = podSpec(object);
  return [
    ...(spec.containers ?? [])
      .filter((container) => !isFilledIn(object, container))
      .map((container) => ({ role: "container" as const, container })),
    ...(spec.initContainers ?? []).map((container) => ({ role: "initContainer" as const, container })),
    ...(spec.ephemeralContainers ?? []).map((container) => ({
      role: "ephemeralContainer" as const,
      container,
    })),
  ];
}

/**
 * Istio's gateways: the injector puts a whole container in the place of this one when the pod is made, and the pod is
 * checked after that (https://istio.io/latest/docs/setup/additional-setup/gateway/).
 */
function isFilledIn(object: Workload, { name, image }: Container): boolean {
  return object.kind !== "Pod" && name === "istio-proxy" && image === "auto";
}

import { type Container, type EphemeralContainer, podSpec, type Workload } from "@policyc/sdk";

/** A container of a pod together with what it is there for, as messages name it. */
export interface ContainerInRole {
  role: "container" | "initContainer" | "ephemeralContainer";
  container: Container | EphemeralContainer;
}

/** Every container of the pod or pod template, with its role: containers, init containers, ephemeral containers. */
export function containersWithRoles(object: Workload): ContainerInRole[] {
  const spec = podSpec(object);
  return [
    ...(spec.containers ?? []).map((container) => ({ role: "container" as const, container })),
    ...(spec.initContainers ?? []).map((container) => ({ role: "initContainer" as const, container })),
    ...(spec.ephemeralContainers ?? []).map((container) => ({
      role: "ephemeralContainer" as const,
      container,
    })),
  ];
}

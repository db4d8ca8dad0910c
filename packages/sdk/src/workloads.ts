import { DaemonSet, Deployment, ReplicaSet, StatefulSet } from "./kinds/apps.js";
import { CronJob, Job } from "./kinds/batch.js";
import {
  type Container,
  type EphemeralContainer,
  Pod,
  type PodSpec,
  ReplicationController,
} from "./kinds/core.js";
import type { ObjectMeta } from "./kinds/meta.js";

/**
 * A pod, or an object that makes pods from a template.
 *
 * @example
 * const isOnHost = (object: Workload): boolean => podSpec(object).hostNetwork === true;
 */
export type Workload =
  | Pod
  | Deployment
  | ReplicaSet
  | StatefulSet
  | DaemonSet
  | Job
  | CronJob
  | ReplicationController;

/**
 * A container of any of a pod's three lists.
 *
 * @example
 * const isPrivileged = (container: AnyContainer): boolean => container.securityContext?.privileged === true;
 */
export type AnyContainer = Container | EphemeralContainer;

/**
 * Pods and everything that makes pods from a template. A PodTemplate is not among them: no controller of Kubernetes
 * makes pods of one (Pod Security Admission does no more than warn about it), and a tool that does has its pods checked.
 *
 * @example
 * match: workloads
 */
export const workloads = [
  Pod,
  Deployment,
  ReplicaSet,
  StatefulSet,
  DaemonSet,
  Job,
  CronJob,
  ReplicationController,
] as const;

/**
 * The pod's spec, or that of the workload's pod template.
 *
 * @example
 * require: ({ object }) => podSpec(object).hostPID !== true
 */
export function podSpec(object: Workload): PodSpec {
  switch (object.kind) {
    case "Pod":
      return object.spec;
    case "CronJob":
      return object.spec.jobTemplate.spec.template.spec;
    default:
      return object.spec.template.spec;
  }
}

/**
 * The pod's metadata, or that of the workload's pod template.
 *
 * @example
 * const owner = podMetadata(object).labels?.["owner"];
 */
export function podMetadata(object: Workload): ObjectMeta {
  switch (object.kind) {
    case "Pod":
      return object.metadata;
    case "CronJob":
      return object.spec.jobTemplate.spec.template.metadata ?? {};
    default:
      return object.spec.template.metadata ?? {};
  }
}

/**
 * All containers of the pod or pod template: containers, init containers and ephemeral containers.
 *
 * @example
 * for (const container of containers(object)) yield violation(`<${container.name}> is not allowed`, container);
 */
export function containers(object: Workload): AnyContainer[] {
  const spec = podSpec(object);
  // A manifest may have ephemeral containers alone; only the API server insists on `containers`.
  return [...(spec.containers ?? []), ...(spec.initContainers ?? []), ...(spec.ephemeralContainers ?? [])];
}

/**
 * The containers that run as long as the pod does, without init and ephemeral containers.
 *
 * @example
 * const unprobed = appContainers(object).filter((container) => container.readinessProbe === undefined);
 */
export function appContainers(object: Workload): Container[] {
  return podSpec(object).containers ?? [];
}

/**
 * The init containers, sidecars (`restartPolicy: Always`) included.
 *
 * @example
 * const sidecars = initContainers(object).filter((container) => container.restartPolicy === "Always");
 */
export function initContainers(object: Workload): Container[] {
  return podSpec(object).initContainers ?? [];
}

/**
 * The containers that `kubectl debug` has added.
 *
 * @example
 * require: ({ object }) => ephemeralContainers(object).length === 0
 */
export function ephemeralContainers(object: Workload): EphemeralContainer[] {
  return podSpec(object).ephemeralContainers ?? [];
}

import { type DaemonSet as DaemonSetObject, DaemonSet, Deployment, ReplicaSet, StatefulSet } from "./kinds/apps.js";
import { CronJob, Job } from "./kinds/batch.js";
import { type Container, type EphemeralContainer, Pod, type PodSpec, ReplicationController } from "./kinds/core.js";
import type { ObjectMeta } from "./kinds/meta.js";

export type Workload = Pod | Deployment | ReplicaSet | StatefulSet | DaemonSetObject | Job | CronJob | ReplicationController;

/** Pods and everything that makes pods from a template. */
export const workloads = [Pod, Deployment, ReplicaSet, StatefulSet, DaemonSet, Job, CronJob, ReplicationController] as const;

/** The pod's spec, or that of the workload's pod template. */
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

/** The pod's metadata, or that of the workload's pod template. */
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

/** All containers of the pod or pod template: containers, init containers and ephemeral containers. */
export function containers(object: Workload): (Container | EphemeralContainer)[] {
  const spec = podSpec(object);
  return [...(spec.containers ?? []), ...(spec.initContainers ?? []), ...(spec.ephemeralContainers ?? [])];
}

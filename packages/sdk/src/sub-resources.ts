import { type Integer, type Kind, kind, type NamedObjectMeta } from "./kind.js";

/**
 * What `kubectl scale` and autoscalers send to `deployments/scale` and the like.
 *
 * @example
 * const replicas = (scale: Scale) => scale.spec?.replicas ?? 0;
 */
export interface Scale {
  apiVersion: "autoscaling/v1";
  kind: "Scale";
  metadata: NamedObjectMeta;
  spec?: {
    /** The number of pods that is asked for. */
    replicas?: Integer;
  };
}

/**
 * The scale of a Deployment: `replicas` changes through it without an UPDATE of the Deployment.
 *
 * @example match: { kinds: [DeploymentScale], operations: ["UPDATE"] }
 */
export const DeploymentScale: Kind<Scale> = kind<Scale>({
  group: "autoscaling",
  version: "v1",
  kind: "Scale",
  plural: "deployments",
  scope: "Namespaced",
  subresource: "scale",
  resource: { group: "apps", version: "v1" },
});
export type DeploymentScale = Scale;

/**
 * The scale of a StatefulSet.
 *
 * @example match: { kinds: [DeploymentScale, StatefulSetScale], operations: ["UPDATE"] }
 */
export const StatefulSetScale: Kind<Scale> = kind<Scale>({
  group: "autoscaling",
  version: "v1",
  kind: "Scale",
  plural: "statefulsets",
  scope: "Namespaced",
  subresource: "scale",
  resource: { group: "apps", version: "v1" },
});
export type StatefulSetScale = Scale;

/**
 * What `kubectl drain` sends to `pods/eviction`, instead of a DELETE of the pod.
 *
 * @example
 * const evicted = (eviction: Eviction) => eviction.metadata.name;
 */
export interface Eviction {
  apiVersion: "policy/v1";
  kind: "Eviction";
  metadata: NamedObjectMeta;
  /** How the pod is deleted. */
  deleteOptions?: {
    /** 0 is at once, without the time that the pod asks for. */
    gracePeriodSeconds?: Integer;
    /** `All` where nothing is evicted in truth. */
    dryRun?: string[] | null;
    preconditions?: { uid?: string; resourceVersion?: string };
    propagationPolicy?: "Orphan" | "Background" | "Foreground";
  };
}

/**
 * The eviction of a pod: a CREATE.
 *
 * @example match: [PodEviction]
 */
export const PodEviction: Kind<Eviction> = kind<Eviction>({
  group: "policy",
  version: "v1",
  kind: "Eviction",
  plural: "pods",
  scope: "Namespaced",
  subresource: "eviction",
  resource: { group: "", version: "v1" },
});
export type PodEviction = Eviction;

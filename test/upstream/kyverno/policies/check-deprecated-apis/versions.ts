import { kind, type NamedObjectMeta } from "@policyc/sdk";

/** Any object: what version of the API it is written in is all that the policies read. */
interface Versioned {
  apiVersion: string;
  kind: string;
  metadata: NamedObjectMeta;
}

// All versions of a kind are named, so that the API server converts none before it asks (matchPolicy Equivalent).
export const cronJobs = [
  kind<Versioned>({
    group: "batch",
    version: "v1",
    kind: "CronJob",
    plural: "cronjobs",
    scope: "Namespaced",
  }),
  kind<Versioned>({
    group: "batch",
    version: "v1beta1",
    kind: "CronJob",
    plural: "cronjobs",
    scope: "Namespaced",
  }),
] as const;

export const endpointSlices = [
  kind<Versioned>({
    group: "discovery.k8s.io",
    version: "v1",
    kind: "EndpointSlice",
    plural: "endpointslices",
    scope: "Namespaced",
  }),
  kind<Versioned>({
    group: "discovery.k8s.io",
    version: "v1beta1",
    kind: "EndpointSlice",
    plural: "endpointslices",
    scope: "Namespaced",
  }),
] as const;

export const events = [
  kind<Versioned>({
    group: "events.k8s.io",
    version: "v1",
    kind: "Event",
    plural: "events",
    scope: "Namespaced",
  }),
  kind<Versioned>({
    group: "events.k8s.io",
    version: "v1beta1",
    kind: "Event",
    plural: "events",
    scope: "Namespaced",
  }),
] as const;

export const podDisruptionBudgets = [
  kind<Versioned>({
    group: "policy",
    version: "v1",
    kind: "PodDisruptionBudget",
    plural: "poddisruptionbudgets",
    scope: "Namespaced",
  }),
  kind<Versioned>({
    group: "policy",
    version: "v1beta1",
    kind: "PodDisruptionBudget",
    plural: "poddisruptionbudgets",
    scope: "Namespaced",
  }),
] as const;

export const podSecurityPolicies = [
  kind<Versioned>({
    group: "policy",
    version: "v1beta1",
    kind: "PodSecurityPolicy",
    plural: "podsecuritypolicies",
    scope: "Cluster",
  }),
] as const;

export const runtimeClasses = [
  kind<Versioned>({
    group: "node.k8s.io",
    version: "v1",
    kind: "RuntimeClass",
    plural: "runtimeclasses",
    scope: "Cluster",
  }),
  kind<Versioned>({
    group: "node.k8s.io",
    version: "v1beta1",
    kind: "RuntimeClass",
    plural: "runtimeclasses",
    scope: "Cluster",
  }),
] as const;

export const flowSchemas = [
  kind<Versioned>({
    group: "flowcontrol.apiserver.k8s.io",
    version: "v1",
    kind: "FlowSchema",
    plural: "flowschemas",
    scope: "Cluster",
  }),
  kind<Versioned>({
    group: "flowcontrol.apiserver.k8s.io",
    version: "v1beta3",
    kind: "FlowSchema",
    plural: "flowschemas",
    scope: "Cluster",
  }),
  kind<Versioned>({
    group: "flowcontrol.apiserver.k8s.io",
    version: "v1beta2",
    kind: "FlowSchema",
    plural: "flowschemas",
    scope: "Cluster",
  }),
  kind<Versioned>({
    group: "flowcontrol.apiserver.k8s.io",
    version: "v1beta1",
    kind: "FlowSchema",
    plural: "flowschemas",
    scope: "Cluster",
  }),
] as const;

export const priorityLevelConfigurations = [
  kind<Versioned>({
    group: "flowcontrol.apiserver.k8s.io",
    version: "v1",
    kind: "PriorityLevelConfiguration",
    plural: "prioritylevelconfigurations",
    scope: "Cluster",
  }),
  kind<Versioned>({
    group: "flowcontrol.apiserver.k8s.io",
    version: "v1beta3",
    kind: "PriorityLevelConfiguration",
    plural: "prioritylevelconfigurations",
    scope: "Cluster",
  }),
  kind<Versioned>({
    group: "flowcontrol.apiserver.k8s.io",
    version: "v1beta2",
    kind: "PriorityLevelConfiguration",
    plural: "prioritylevelconfigurations",
    scope: "Cluster",
  }),
  kind<Versioned>({
    group: "flowcontrol.apiserver.k8s.io",
    version: "v1beta1",
    kind: "PriorityLevelConfiguration",
    plural: "prioritylevelconfigurations",
    scope: "Cluster",
  }),
] as const;

export const horizontalPodAutoscalers = [
  kind<Versioned>({
    group: "autoscaling",
    version: "v2",
    kind: "HorizontalPodAutoscaler",
    plural: "horizontalpodautoscalers",
    scope: "Namespaced",
  }),
  kind<Versioned>({
    group: "autoscaling",
    version: "v2beta2",
    kind: "HorizontalPodAutoscaler",
    plural: "horizontalpodautoscalers",
    scope: "Namespaced",
  }),
  kind<Versioned>({
    group: "autoscaling",
    version: "v2beta1",
    kind: "HorizontalPodAutoscaler",
    plural: "horizontalpodautoscalers",
    scope: "Namespaced",
  }),
  kind<Versioned>({
    group: "autoscaling",
    version: "v1",
    kind: "HorizontalPodAutoscaler",
    plural: "horizontalpodautoscalers",
    scope: "Namespaced",
  }),
] as const;

export const csiStorageCapacities = [
  kind<Versioned>({
    group: "storage.k8s.io",
    version: "v1",
    kind: "CSIStorageCapacity",
    plural: "csistoragecapacities",
    scope: "Namespaced",
  }),
  kind<Versioned>({
    group: "storage.k8s.io",
    version: "v1beta1",
    kind: "CSIStorageCapacity",
    plural: "csistoragecapacities",
    scope: "Namespaced",
  }),
] as const;

import { kind, policy } from "@policyc/sdk";
import type { Versioned } from "../versioned.js";

const CronJob = kind<Versioned>({
  group: "batch",
  version: "v1beta1",
  kind: "CronJob",
  plural: "cronjobs",
  scope: "Namespaced",
});
const EndpointSlice = kind<Versioned>({
  group: "discovery.k8s.io",
  version: "v1beta1",
  kind: "EndpointSlice",
  plural: "endpointslices",
  scope: "Namespaced",
});
const Event = kind<Versioned>({
  group: "events.k8s.io",
  version: "v1beta1",
  kind: "Event",
  plural: "events",
  scope: "Namespaced",
});
const PodDisruptionBudget = kind<Versioned>({
  group: "policy",
  version: "v1beta1",
  kind: "PodDisruptionBudget",
  plural: "poddisruptionbudgets",
  scope: "Namespaced",
});
const PodSecurityPolicy = kind<Versioned>({
  group: "policy",
  version: "v1beta1",
  kind: "PodSecurityPolicy",
  plural: "podsecuritypolicies",
  scope: "Cluster",
});
const RuntimeClass = kind<Versioned>({
  group: "node.k8s.io",
  version: "v1beta1",
  kind: "RuntimeClass",
  plural: "runtimeclasses",
  scope: "Cluster",
});

const removed = [
  "batch/v1beta1",
  "discovery.k8s.io/v1beta1",
  "events.k8s.io/v1beta1",
  "policy/v1beta1",
  "node.k8s.io/v1beta1",
];

export default policy({
  name: "check-deprecated-apis-v1-25",
  title: "APIs that Kubernetes 1.25 removes",
  description:
    "Objects must not be written in a version of the API that Kubernetes 1.25 does not serve any more.",
  severity: "medium",
  match: [CronJob, EndpointSlice, Event, PodDisruptionBudget, PodSecurityPolicy, RuntimeClass],
  kyverno: { policy: "check-deprecated-apis", rule: "validate-v1-25-removals" },
  require: ({ object }) => !removed.includes(object.apiVersion),
  message: ({ object }) => `${object.apiVersion}/${object.kind} is deprecated and will be removed in v1.25`,
});

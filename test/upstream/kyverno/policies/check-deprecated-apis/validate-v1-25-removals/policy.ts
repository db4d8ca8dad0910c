import { policy } from "@policyc/sdk";
import {
  cronJobs,
  endpointSlices,
  events,
  podDisruptionBudgets,
  podSecurityPolicies,
  runtimeClasses,
} from "../versions.js";

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
  match: [
    ...cronJobs,
    ...endpointSlices,
    ...events,
    ...podDisruptionBudgets,
    ...podSecurityPolicies,
    ...runtimeClasses,
  ],
  kyverno: { policy: "check-deprecated-apis", rule: "validate-v1-25-removals" },
  require: ({ object }) => !removed.includes(object.apiVersion),
  message: ({ object }) => `${object.apiVersion}/${object.kind} is deprecated and will be removed in v1.25`,
});

import { policy } from "@policyc/sdk";
import { flowSchemas, horizontalPodAutoscalers, priorityLevelConfigurations } from "../versions.js";

const removed = ["flowcontrol.apiserver.k8s.io/v1beta1", "autoscaling/v2beta2"];

export default policy({
  name: "check-deprecated-apis-v1-26",
  title: "APIs that Kubernetes 1.26 removes",
  description:
    "Objects must not be written in a version of the API that Kubernetes 1.26 does not serve any more.",
  severity: "medium",
  match: [...flowSchemas, ...priorityLevelConfigurations, ...horizontalPodAutoscalers],
  kyverno: { policy: "check-deprecated-apis", rule: "validate-v1-26-removals" },
  require: ({ object }) => !removed.includes(object.apiVersion),
  message: ({ object }) => `${object.apiVersion}/${object.kind} is deprecated and will be removed in v1.26`,
});

import { policy } from "@policyc/sdk";
import { flowSchemas, priorityLevelConfigurations } from "../versions.js";

const removed = ["flowcontrol.apiserver.k8s.io/v1beta3"];

export default policy({
  name: "check-deprecated-apis-v1-32",
  title: "APIs that Kubernetes 1.32 removes",
  description:
    "Objects must not be written in a version of the API that Kubernetes 1.32 does not serve any more.",
  severity: "medium",
  match: [...flowSchemas, ...priorityLevelConfigurations],
  kyverno: { policy: "check-deprecated-apis", rule: "validate-v1-32-removals" },
  require: ({ object }) => !removed.includes(object.apiVersion),
  message: ({ object }) => `${object.apiVersion}/${object.kind} is deprecated and will be removed in v1.32`,
});

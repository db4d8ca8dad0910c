import { policy } from "@policyc/sdk";
import { flowSchemas, priorityLevelConfigurations } from "../versions.js";

const removed = ["flowcontrol.apiserver.k8s.io/v1beta2"];

export default policy({
  name: "check-deprecated-apis-v1-29",
  title: "APIs that Kubernetes 1.29 removes",
  description:
    "Objects must not be written in a version of the API that Kubernetes 1.29 does not serve any more.",
  severity: "medium",
  match: [...flowSchemas, ...priorityLevelConfigurations],
  kyverno: { policy: "check-deprecated-apis", rule: "validate-v1-29-removals" },
  require: ({ object }) => !removed.includes(object.apiVersion),
  message: ({ object }) => `${object.apiVersion}/${object.kind} is deprecated and will be removed in v1.29`,
});

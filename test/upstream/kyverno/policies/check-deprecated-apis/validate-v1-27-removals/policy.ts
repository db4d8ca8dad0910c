import { policy } from "@policyc/sdk";
import { csiStorageCapacities } from "../versions.js";

const removed = ["storage.k8s.io/v1beta1"];

export default policy({
  name: "check-deprecated-apis-v1-27",
  title: "APIs that Kubernetes 1.27 removes",
  description:
    "Objects must not be written in a version of the API that Kubernetes 1.27 does not serve any more.",
  severity: "medium",
  match: [...csiStorageCapacities],
  kyverno: { policy: "check-deprecated-apis", rule: "validate-v1-27-removals" },
  require: ({ object }) => !removed.includes(object.apiVersion),
  message: ({ object }) => `${object.apiVersion}/${object.kind} is deprecated and will be removed in v1.27`,
});

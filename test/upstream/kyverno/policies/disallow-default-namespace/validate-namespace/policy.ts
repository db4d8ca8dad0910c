import { Pod, policy } from "@policyc/sdk";

export default policy({
  name: "disallow-default-namespace-pods",
  title: "No pods in the default namespace",
  description: "Pods must be in a namespace of their own, not in `default`.",
  severity: "medium",
  match: [Pod],
  kyverno: { policy: "disallow-default-namespace", rule: "validate-namespace" },
  require: ({ object }) => object.metadata.namespace !== "default",
  message: "the namespace `default` is not allowed",
});

import { DaemonSet, Deployment, Job, policy, StatefulSet } from "@policyc/sdk";

export default policy({
  name: "disallow-default-namespace-controllers",
  title: "No pod controllers in the default namespace",
  description: "What makes pods must be in a namespace of its own, not in `default`.",
  severity: "medium",
  match: [DaemonSet, Deployment, Job, StatefulSet],
  kyverno: { policy: "disallow-default-namespace", rule: "validate-podcontroller-namespace" },
  require: ({ object }) => object.metadata.namespace !== "default",
  message: "the namespace `default` is not allowed for pod controllers",
});

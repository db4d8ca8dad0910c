import { Pod, policy } from "@policyc/sdk";

export default policy({
  name: "prevent-bare-pods",
  title: "No bare pods",
  description: "A pod must have an owner that makes another one when it is gone.",
  severity: "medium",
  match: [Pod],
  kyverno: { rule: "bare-pods" },
  require: ({ object }) => object.metadata.ownerReferences !== undefined,
  message: "a pod must be made by a controller",
});

import { podSpec, policy, workloads } from "@policyc/sdk";

export default policy({
  name: "validate-fsgroup",
  title: "The file system group is 2000",
  description: "Pods must run with the file system group 2000.",
  severity: "medium",
  match: workloads,
  kyverno: { policy: "validate-userid-groupid-fsgroup", rule: "validate-fsgroup" },
  require: ({ object }) => podSpec(object).securityContext?.fsGroup === 2000,
  message: "fsGroup must be 2000",
});

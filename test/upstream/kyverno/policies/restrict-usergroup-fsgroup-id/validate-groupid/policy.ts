import { podSpec, policy, workloads } from "@policyc/sdk";

export default policy({
  name: "validate-groupid",
  title: "The group is 3000",
  description: "Pods must run with the group 3000.",
  severity: "medium",
  match: workloads,
  kyverno: { policy: "validate-userid-groupid-fsgroup", rule: "validate-groupid" },
  require: ({ object }) => podSpec(object).securityContext?.runAsGroup === 3000,
  message: "runAsGroup must be 3000",
});

import { podSpec, policy, workloads } from "@policyc/sdk";

export default policy({
  name: "validate-userid",
  title: "The user is 1000",
  description: "Pods must run with the user 1000.",
  severity: "medium",
  match: workloads,
  kyverno: { policy: "validate-userid-groupid-fsgroup", rule: "validate-userid" },
  require: ({ object }) => podSpec(object).securityContext?.runAsUser === 1000,
  message: "runAsUser must be 1000",
});

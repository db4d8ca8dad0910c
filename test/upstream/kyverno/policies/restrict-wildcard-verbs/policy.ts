import { ClusterRole, policy, Role, violation } from "@policyc/sdk";

export default policy({
  name: "restrict-wildcard-verbs",
  title: "No wildcard verbs",
  description: "A role must name the verbs that it grants.",
  severity: "medium",
  match: [Role, ClusterRole],
  kyverno: { rule: "wildcard-verbs" },
  *check({ object }) {
    for (const rule of object.rules ?? []) {
      if (rule.verbs.includes("*")) yield violation("a wildcard in the verbs is not allowed", rule);
    }
  },
});

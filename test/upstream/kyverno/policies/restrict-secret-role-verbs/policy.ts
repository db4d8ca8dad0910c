import { ClusterRole, policy, Role, violation } from "@policyc/sdk";

export default policy({
  name: "restrict-secret-role-verbs",
  title: "No reading of Secrets by roles",
  description: "A role may not grant `get`, `list` or `watch` on Secrets.",
  severity: "high",
  match: [Role, ClusterRole],
  kyverno: { rule: "secret-verbs" },
  *check({ object }) {
    for (const rule of object.rules ?? []) {
      const reads = rule.verbs.filter((verb) => ["get", "list", "watch", "*"].includes(verb));
      if ((rule.resources ?? []).includes("secrets") && reads.length > 0)
        yield violation(`the verbs ${reads.join(", ")} on Secrets are not allowed`, rule);
    }
  },
});

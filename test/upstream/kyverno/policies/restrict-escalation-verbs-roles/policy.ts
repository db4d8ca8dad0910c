import { ClusterRole, globMatches, policy, Role, violation } from "@policyc/sdk";

export default policy({
  name: "restrict-escalation-verbs-roles",
  title: "No escalation in roles",
  description: "A role may not grant `bind`, `escalate` or `impersonate` on roles.",
  severity: "high",
  match: [Role, ClusterRole],
  kyverno: { rule: "escalate" },
  *check({ object }) {
    for (const rule of object.rules ?? []) {
      if (
        covers(rule.apiGroups ?? [], ["rbac.authorization.k8s.io"]) &&
        covers(rule.resources ?? [], ["clusterroles", "roles"]) &&
        covers(rule.verbs, ["bind", "escalate", "impersonate"])
      )
        yield violation("the verbs bind, escalate and impersonate on roles are not allowed", rule);
    }
  },
});

/** Does one of the granted names, which may have wildcards, cover one of the names? */
function covers(granted: readonly string[], names: readonly string[]): boolean {
  return granted.some((pattern) => names.some((name) => globMatches(pattern, name)));
}

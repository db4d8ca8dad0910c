import { ClusterRole, grants, type PolicyRule, parameters, policy, Role, violation } from "@policyc/sdk";
import { isBuiltInRole } from "../../modules/roles.js";

interface Params {
  /** Roles that may be handed on: a rule that grants `bind` or `escalate` on these alone, by `resourceNames`, is fine. */
  bindableRoles?: string[];
}

const rbac = "rbac.authorization.k8s.io";

/** Whom one may pretend to be: the core group for users, groups and accounts, the other for what came later. */
const identities = ["users", "groups", "serviceaccounts"] as const;
const attributes = ["uids", "userextras"] as const;

export default policy({
  name: "escalation-verbs",
  title: "No escalation of privileges through RBAC",
  description: "A role must not grant escalate or bind on roles, nor impersonate.",
  rationale:
    "The three verbs switch off the rule that nobody can grant more than he has: with one of them a subject is cluster-admin when it likes.",
  remediation:
    "Remove the verb. A controller that hands out roles gets `bind` on those roles alone, by `resourceNames`, and they are listed in `bindableRoles`.",
  severity: "critical",
  controls: [
    "CIS-2.0/5.1.8",
    "NSA-CISA-1.2/authorization",
    "OWASP-K8S-2022/K03",
    "OWASP-K8S-2025/K02",
    "NIST-800-53-5/AC-6",
    "MITRE-ATTACK-16/T1098.006",
    "NIST-800-190/4.3.1",
  ],
  rollout: { difficulty: "low", effect: "high", load: "low" },
  coveredBy: ["no-wildcards"],
  match: [ClusterRole, Role],
  params: parameters<Params>({ bindableRoles: [] }),
  *check({ object, params }) {
    if (isBuiltInRole(object)) return;
    const bindable = params.bindableRoles ?? [];
    for (const rule of object.rules ?? []) {
      if (!isLimitedTo(rule, bindable)) {
        const verbs = ["escalate", "bind"].filter((verb) => handsOnRoles(rule, verb));
        if (verbs.length > 0)
          yield violation(
            `${object.kind} <${object.metadata.name}> grants ${verbs.join(", ")} on roles`,
            rule,
          );
      }
      if (impersonates(rule))
        yield violation(`${object.kind} <${object.metadata.name}> grants impersonation`, rule);
    }
  },
});

function isLimitedTo(rule: PolicyRule, names: readonly string[]): boolean {
  const limits = rule.resourceNames ?? [];
  return limits.length > 0 && limits.every((name) => names.includes(name));
}

function handsOnRoles(rule: PolicyRule, verb: string): boolean {
  return ["roles", "clusterroles"].some((resource) => grants(rule, { verb, group: rbac, resource }));
}

/** `impersonate`, or one of the finer verbs that begin with it (KEP-5284, constrained impersonation). */
function impersonates(rule: PolicyRule): boolean {
  return (
    rule.verbs.some((verb) => verb.startsWith("impersonate:")) ||
    identities.some((resource) => grants(rule, { verb: "impersonate", group: "", resource })) ||
    attributes.some((resource) => isAttribute(rule, resource))
  );
}

/** `userextras/scopes` names one attribute, `userextras` and `uids` all of them. */
function isAttribute(rule: PolicyRule, attribute: string): boolean {
  return (rule.resources ?? []).some(
    (resource) =>
      `${resource}/`.startsWith(`${attribute}/`) &&
      grants(rule, { verb: "impersonate", group: "authentication.k8s.io", resource }),
  );
}

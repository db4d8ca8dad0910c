import { ClusterRole, policy, Role, violation } from "@policyc/sdk";
import { isBuiltInRole } from "../../modules/roles.js";

interface PolicyObjects {
  group: string;
  /** Empty where every kind of the group is one. */
  resources: readonly string[];
}

/** What decides on admission, by engine. Kyverno's other kinds are work in progress, caches and cleaning. */
const policies: readonly PolicyObjects[] = [
  { group: "templates.gatekeeper.sh", resources: [] },
  { group: "constraints.gatekeeper.sh", resources: [] },
  { group: "config.gatekeeper.sh", resources: [] },
  { group: "mutations.gatekeeper.sh", resources: [] },
  { group: "kyverno.io", resources: ["clusterpolicies", "policies", "policyexceptions"] },
  { group: "policies.kyverno.io", resources: [] },
];

const writing: readonly string[] = ["create", "update", "patch", "delete", "deletecollection", "*"];

export default policy({
  name: "policy-changes",
  title: "Policies are changed by few",
  description:
    "A role must not grant writing on the objects of a policy engine, such as Gatekeeper's constraints and Kyverno's policies and exceptions; their status aside.",
  rationale:
    "Whoever may write an exception, or delete a constraint, is held by no policy: it is as good as a right to the webhook itself, and looks more harmless.",
  remediation:
    "Let one pipeline or GitOps controller apply policies and exceptions, whose role is exempt, like those of the engine; others get `get`, `list` and `watch`.",
  severity: "high",
  controls: [
    "NSA-CISA-1.2/authorization",
    "OWASP-K8S-2022/K03",
    "OWASP-K8S-2022/K04",
    "OWASP-K8S-2025/K02",
    "OWASP-K8S-2025/K04",
    "NIST-800-53-5/AC-6",
    "NIST-800-53-5/CM-5",
    "NIST-800-53-5/AC-5",
    "MITRE-ATTACK-16/T1562.001",
  ],
  rollout: { difficulty: "low", effect: "high", load: "low" },
  coveredBy: ["no-wildcards"],
  match: [ClusterRole, Role],
  *check({ object }) {
    if (isBuiltInRole(object)) return;
    for (const rule of object.rules ?? []) {
      const verbs = rule.verbs.filter((verb) => writing.includes(verb));
      if (verbs.length === 0) continue;
      for (const { group, resources: kinds } of policies) {
        if (!rule.apiGroups?.includes(group) && !rule.apiGroups?.includes("*")) continue;
        // A sub-resource is what the engine says about a policy, and decides nothing.
        const resources = (rule.resources ?? []).filter(
          (resource) =>
            !resource.includes("/") && (kinds.length === 0 || resource === "*" || kinds.includes(resource)),
        );
        if (resources.length > 0)
          yield violation(
            `${object.kind} <${object.metadata.name}> grants ${verbs.join(", ")} on <${resources.join(", ")}> of ${group}`,
            rule,
          );
      }
    }
  },
});

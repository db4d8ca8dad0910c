import { ClusterRole, type PolicyRule, policy, Role, type Violation, violation } from "@policyc/sdk";
import { isBuiltInRole } from "../../modules/roles.js";

interface PolicyObjects {
  group: string;
  /** Empty where every kind of the group is one. */
  resources: readonly string[];
}

/** What decides on admission, by engine, and is in no namespace. */
const clusterWide: readonly PolicyObjects[] = [
  { group: "templates.gatekeeper.sh", resources: ["constrainttemplates"] },
  { group: "constraints.gatekeeper.sh", resources: [] },
  { group: "mutations.gatekeeper.sh", resources: ["assign", "assignimage", "assignmetadata", "modifyset"] },
  { group: "kyverno.io", resources: ["clusterpolicies"] },
  {
    group: "policies.kyverno.io",
    resources: [
      "deletingpolicies",
      "generatingpolicies",
      "imagevalidatingpolicies",
      "mutatingpolicies",
      "validatingpolicies",
    ],
  },
];

/** And what is in one. Kyverno's other kinds are work in progress, caches and cleaning. */
const inNamespaces: readonly PolicyObjects[] = [
  { group: "config.gatekeeper.sh", resources: ["configs"] },
  { group: "kyverno.io", resources: ["policies", "policyexceptions"] },
  {
    group: "policies.kyverno.io",
    resources: [
      "namespaceddeletingpolicies",
      "namespacedgeneratingpolicies",
      "namespacedimagevalidatingpolicies",
      "namespacedmutatingpolicies",
      "namespacedvalidatingpolicies",
      "policyexceptions",
    ],
  },
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
      if (object.kind === "ClusterRole") yield* changes(object, rule, clusterWide);
      yield* changes(object, rule, inNamespaces);
    }
  },
});

function* changes(
  { kind, metadata }: ClusterRole | Role,
  rule: PolicyRule,
  policies: readonly PolicyObjects[],
): Iterable<Violation> {
  const verbs = rule.verbs.filter((verb) => writing.includes(verb));
  if (verbs.length === 0) return;
  for (const objects of policies) {
    const resources = (rule.resources ?? []).filter((resource) => isPolicy(resource, rule, objects));
    if (resources.length > 0)
      yield violation(
        `${kind} <${metadata.name}> grants ${verbs.join(", ")} on <${resources.join(", ")}> of ${objects.group}`,
        rule,
      );
  }
}

/** A sub-resource is what the engine says about a policy, and decides nothing. */
function isPolicy(
  resource: string,
  { apiGroups = [] }: PolicyRule,
  { group, resources }: PolicyObjects,
): boolean {
  if (resource === "*" || resources.includes(resource))
    return apiGroups.includes(group) || apiGroups.includes("*");
  // Which kinds of constraints there are nobody knows: it takes the group to tell them from others.
  return resources.length === 0 && !resource.includes("/") && apiGroups.includes(group);
}

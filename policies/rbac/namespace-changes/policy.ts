import { ClusterRole, policy, Role } from "@policyc/sdk";
import { givenAway, isBuiltInRole } from "../../modules/roles.js";

const labelling = { group: "", resources: ["namespaces"], verbs: ["update", "patch"] } as const;

export default policy({
  name: "namespace-changes",
  title: "Namespaces are changed by few",
  description: "A role must not grant update or patch on Namespaces.",
  rationale:
    "The labels of a Namespace say which Pod Security Standard holds in it and which network policies select it: whoever writes them switches both off.",
  remediation:
    "Remove the verbs: a team needs none of them inside its namespace. Exempt the controller that makes namespaces.",
  severity: "high",
  controls: [
    "NSA-CISA-1.2/authorization",
    "OWASP-K8S-2022/K03",
    "OWASP-K8S-2025/K02",
    "NIST-800-53-5/AC-6",
    "MITRE-ATTACK-16/T1562.001",
  ],
  rollout: { difficulty: "low", effect: "high", load: "low" },
  coveredBy: ["no-wildcards"],
  match: [ClusterRole, Role],
  *check({ object }) {
    if (isBuiltInRole(object)) return;
    for (const rule of object.rules ?? []) yield* givenAway(object, rule, labelling);
  },
});

import { ClusterRole, policy, Role } from "@policyc/sdk";
import { givenAwayForAll, givenAwayForAllOfCluster } from "../../modules/roles.js";

const group = "rbac.authorization.k8s.io";
const verbs = ["create", "update", "patch", "delete", "deletecollection"] as const;
const inNamespaces = { group, resources: ["roles", "rolebindings"], verbs } as const;
const clusterWide = { group, resources: ["clusterroles", "clusterrolebindings"], verbs } as const;

export default policy({
  name: "role-changes",
  title: "Rights are given by few",
  description:
    "A role must not grant writing on Roles, ClusterRoles and their bindings, but for those that it names.",
  rationale:
    "Kubernetes lets nobody give more than he has, but all of that he may give on: to an account of his own that stays when he has been found, or to everybody. Whoever deletes bindings locks others out.",
  remediation:
    "Let the pipeline or GitOps controller that deploys roles be the only one, and exempt its role; an operator that must bind something names it in `resourceNames`.",
  severity: "medium",
  controls: [
    "NSA-CISA-1.2/authorization",
    "OWASP-K8S-2022/K03",
    "OWASP-K8S-2025/K02",
    "NIST-800-53-5/AC-6",
    "NIST-800-53-5/AC-2",
    "MITRE-ATTACK-16/T1098.006",
  ],
  rollout: { difficulty: "medium", effect: "medium", load: "low" },
  coveredBy: ["no-wildcards"],
  match: [ClusterRole, Role],
  *check({ object }) {
    yield* givenAwayForAll(object, [inNamespaces]);
    yield* givenAwayForAllOfCluster(object, [clusterWide]);
  },
});

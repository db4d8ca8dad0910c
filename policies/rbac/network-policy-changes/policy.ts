import { ClusterRole, policy, Role } from "@policyc/sdk";
import { givenAwayForAll, givenAwayForAllOfCluster, type Rights } from "../../modules/roles.js";

/** To create one opens as much: what several policies allow is added up. */
const verbs = ["create", "update", "patch", "delete", "deletecollection"] as const;

const policies: readonly Rights[] = [
  { group: "networking.k8s.io", resources: ["networkpolicies"], verbs },
  { group: "cilium.io", resources: ["ciliumnetworkpolicies"], verbs },
  { group: "projectcalico.org", resources: ["networkpolicies"], verbs },
  { group: "crd.projectcalico.org", resources: ["networkpolicies"], verbs },
  {
    group: "security.istio.io",
    resources: ["authorizationpolicies", "peerauthentications", "requestauthentications"],
    verbs,
  },
  {
    group: "policy.linkerd.io",
    resources: ["authorizationpolicies", "meshtlsauthentications", "serverauthorizations", "servers"],
    verbs,
  },
];

const clusterWide: readonly Rights[] = [
  {
    group: "policy.networking.k8s.io",
    resources: ["adminnetworkpolicies", "baselineadminnetworkpolicies", "clusternetworkpolicies"],
    verbs,
  },
  { group: "cilium.io", resources: ["ciliumclusterwidenetworkpolicies"], verbs },
  { group: "projectcalico.org", resources: ["globalnetworkpolicies", "tiers"], verbs },
  { group: "crd.projectcalico.org", resources: ["globalnetworkpolicies", "tiers"], verbs },
];

export default policy({
  name: "network-policy-changes",
  title: "Network policies are changed by few",
  description:
    "A role must not grant writing on network policies, those of Cilium, Calico, the administrators and the mesh among them, but for policies that it names.",
  rationale:
    "To delete the default deny, or to add a policy that allows everything, opens the namespace, and everything else in it goes on as before: nobody notices.",
  remediation:
    "Let one pipeline or GitOps controller apply network policies, whose role is exempt, like those of the CNI plugin and of the mesh; others get `get`, `list` and `watch`.",
  severity: "medium",
  controls: [
    "NSA-CISA-1.2/authorization",
    "NSA-CISA-1.2/network-separation",
    "OWASP-K8S-2022/K03",
    "OWASP-K8S-2022/K07",
    "OWASP-K8S-2025/K02",
    "OWASP-K8S-2025/K05",
    "NIST-800-53-5/AC-6",
    "NIST-800-53-5/CM-5",
    "NIST-800-53-5/SC-7",
    "MITRE-ATTACK-16/T1562.001",
  ],
  rollout: { difficulty: "medium", effect: "medium", load: "low" },
  coveredBy: ["no-wildcards"],
  match: [ClusterRole, Role],
  *check({ object }) {
    yield* givenAwayForAll(object, policies);
    yield* givenAwayForAllOfCluster(object, clusterWide);
  },
});

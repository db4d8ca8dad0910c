import { ClusterRole, grants, type PolicyRule, policy, Role, violation } from "@policyc/sdk";
import { givenAwayOfCluster, isBuiltInRole, reachesCluster } from "../../modules/roles.js";

const group = "certificates.k8s.io";
const approval = {
  group,
  resources: ["certificatesigningrequests/approval"],
  verbs: ["update", "patch"],
} as const;

export default policy({
  name: "certificate-approval",
  title: "No approval of certificates",
  description:
    "A role must not grant the approval of certificate signing requests, nor `approve`, `sign` or `attest` for Kubernetes' own signers.",
  rationale:
    "A client certificate can carry any user and any group, system:masters among them, and cannot be revoked. To attest for a signer is to say, in a ClusterTrustBundle, whose certificates are believed.",
  remediation:
    "Leave approval to kube-controller-manager. A signer of your own gets `sign` by its name in `resourceNames`.",
  severity: "high",
  controls: [
    "CIS-2.0/5.1.11",
    "NSA-CISA-1.2/authorization",
    "OWASP-K8S-2022/K03",
    "OWASP-K8S-2025/K02",
    "NIST-800-53-5/AC-6",
    "MITRE-ATTACK-16/T1098",
    "NIST-800-190/4.3.5",
  ],
  rollout: { difficulty: "low", effect: "high", load: "low" },
  coveredBy: ["no-wildcards"],
  match: [ClusterRole, Role],
  *check({ object }) {
    if (isBuiltInRole(object)) return;
    for (const rule of object.rules ?? []) {
      yield* givenAwayOfCluster(object, rule, approval);
      // Signers are in no namespace either.
      if (!reachesCluster(object, rule, ["signers"])) continue;
      const verbs = ["approve", "sign", "attest"].filter((verb) =>
        grants(rule, { verb, group, resource: "signers" }),
      );
      if (verbs.length > 0 && reachesOwnSigners(rule))
        yield violation(
          `${object.kind} <${object.metadata.name}> grants ${verbs.join(", ")} for signers of Kubernetes`,
          rule,
        );
    }
  },
});

/** Without names the rule holds for all signers; `kubernetes.io/*` is how all signers of a domain are named. */
function reachesOwnSigners(rule: PolicyRule): boolean {
  const names = rule.resourceNames ?? [];
  return names.length === 0 || names.some((name) => name.startsWith("kubernetes.io/"));
}

import { ClusterRoleBinding, parameters, policy, RoleBinding, violation } from "@policyc/sdk";

interface Params {
  /** The Roles and ClusterRoles that everybody may have, by name. */
  allowedRoles?: string[];
  /** Whether `system:authenticated`, which is everybody with any account, is refused too. */
  disallowAuthenticated?: boolean;
}

export default policy({
  name: "disallowanonymous",
  title: "No anonymous access",
  description: "No role may be bound to `system:anonymous` or `system:unauthenticated`.",
  rationale: "What is bound to them, anybody can do who reaches the API server, without an account.",
  remediation: "Bind the role to the users and service accounts that need it.",
  severity: "critical",
  controls: [
    "NSA-CISA-1.2/authentication",
    "OWASP-K8S-2022/K03",
    "OWASP-K8S-2025/K02",
    "NIST-800-53-5/AC-6",
    "NIST-800-53-5/AC-14",
    "MITRE-ATTACK-16/T1133",
    "NIST-800-190/4.3.2",
  ],
  rollout: { difficulty: "low", effect: "high", load: "low" },
  coveredBy: ["everybody"],
  match: [ClusterRoleBinding, RoleBinding],
  gatekeeper: { kind: "K8sDisallowAnonymous" },
  params: parameters<Params>({
    allowedRoles: [
      "system:public-info-viewer",
      "system:service-account-issuer-discovery",
      "kubeadm:bootstrap-signer-clusterinfo",
    ],
    disallowAuthenticated: false,
  }),
  *check({ object, params }) {
    if ((params.allowedRoles ?? []).includes(object.roleRef.name)) return;
    const everybody = ["system:unauthenticated", "system:anonymous"];
    const refused =
      params.disallowAuthenticated === true ? [...everybody, "system:authenticated"] : everybody;
    for (const name of refused) {
      if (!(object.subjects ?? []).some((subject) => subject.name === name)) continue;
      yield violation(
        `${name} is not allowed as a subject name in ${object.kind} ${object.metadata.name}`,
        object,
      );
    }
  },
});

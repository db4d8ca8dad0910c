import { ClusterRoleBinding, globMatches, parameters, policy, RoleBinding, violation } from "@policyc/sdk";
import { isBuiltInBinding } from "../../modules/subjects.js";

interface Params {
  /** Roles that everybody may have; `*` at either end of a name is a wildcard. */
  allowedRoles?: string[];
}

/** Groups that hold everybody, or everybody of a sort; nobody decides who is in them. */
const everybody: readonly string[] = [
  "system:unauthenticated",
  "system:authenticated",
  "system:serviceaccounts",
];

export default policy({
  name: "everybody",
  title: "No rights for everybody",
  description:
    "A binding must not name system:anonymous, system:unauthenticated, system:authenticated, system:serviceaccounts or system:masters, but for the listed roles.",
  rationale:
    "Such a right is had by every visitor, every user or every pod. system:masters needs no binding at all: it passes every check, and nobody can take it away again.",
  remediation: "Bind the groups, users and service accounts that need the right.",
  severity: "critical",
  controls: [
    "CIS-2.0/5.1.7",
    "NSA-CISA-1.2/authentication",
    "NSA-CISA-1.2/authorization",
    "OWASP-K8S-2022/K03",
    "OWASP-K8S-2025/K02",
    "NIST-800-53-5/AC-6",
    "NIST-800-53-5/AC-14",
    "MITRE-ATTACK-16/T1133",
    "NIST-800-190/4.3.2",
  ],
  rollout: { difficulty: "low", effect: "high", load: "low" },
  match: [ClusterRoleBinding, RoleBinding],
  // A node that joins a cluster of kubeadm's reads this one ConfigMap before it has a name: what it is signed with.
  params: parameters<Params>({ allowedRoles: ["kubeadm:bootstrap-signer-clusterinfo"] }),
  *check({ object, params }) {
    const role = object.roleRef.name;
    if (isBuiltInBinding(object) || (params.allowedRoles ?? []).some((one) => globMatches(one, role))) return;
    for (const subject of object.subjects ?? []) {
      const isWide =
        subject.kind === "Group" && (everybody.includes(subject.name) || subject.name === "system:masters");
      if (isWide || (subject.kind === "User" && subject.name === "system:anonymous"))
        yield violation(
          `${object.kind} <${object.metadata.name}> gives ${role} to ${subject.kind} <${subject.name}>`,
          subject,
        );
    }
  },
});

import { ClusterRoleBinding, parameters, policy, RoleBinding, violation } from "@policyc/sdk";
import { isBuiltInBinding } from "../../modules/subjects.js";

interface Params {
  /** The ClusterRoles that nobody may be given. */
  roles?: string[];
  /** The ClusterRoles that may be given in a namespace, and not in all of them. */
  notEverywhere?: string[];
}

export default policy({
  name: "cluster-admin-binding",
  title: "Nobody is bound to cluster-admin",
  description:
    "A RoleBinding or ClusterRoleBinding must not refer to cluster-admin, nor a ClusterRoleBinding to admin or edit.",
  rationale:
    "cluster-admin is everything, everywhere, for ever: one leaked token of such a subject is the whole cluster. admin and edit are as much in kube-system: they read its Secrets and run pods there.",
  remediation:
    "Bind a role with the rights that are needed, in the namespaces where they are. For emergencies keep one binding to a group whose members are audited, and exempt it with an expiry date.",
  severity: "critical",
  controls: [
    "CIS-2.0/5.1.1",
    "NSA-CISA-1.2/authorization",
    "OWASP-K8S-2022/K03",
    "OWASP-K8S-2025/K02",
    "NIST-800-53-5/AC-6",
    "MITRE-ATTACK-16/T1098.006",
    "NIST-800-190/4.3.1",
  ],
  rollout: { difficulty: "medium", effect: "high", load: "low" },
  match: [ClusterRoleBinding, RoleBinding],
  params: parameters<Params>({ roles: ["cluster-admin"], notEverywhere: ["admin", "edit"] }),
  *check({ object, params }) {
    const { kind, name } = object.roleRef;
    const isEverywhere = object.kind === "ClusterRoleBinding";
    const refused = [...(params.roles ?? []), ...(isEverywhere ? (params.notEverywhere ?? []) : [])];
    if (kind !== "ClusterRole" || !refused.includes(name)) return;
    for (const subject of object.subjects ?? []) {
      // The API server's own binding; subjects that were added to it are not its own.
      const isMasters = subject.kind === "Group" && subject.name === "system:masters";
      if (isMasters && isBuiltInBinding(object)) continue;
      yield violation(
        `${object.kind} <${object.metadata.name}> gives ${name} to ${subject.kind} <${subject.name}>`,
        subject,
      );
    }
  },
});

import { globMatches, parameters, policy, RoleBinding, type Subject, violation } from "@policyc/sdk";
import { accountNamespaceOf, isBuiltInBinding } from "../../modules/subjects.js";

interface Params {
  /** The namespaces of the control plane; `*` at either end is a wildcard. */
  namespaces: string[];
  /** The Roles and ClusterRoles that anybody may have there; `*` at either end of a name is a wildcard. */
  allowedRoles?: string[];
}

export default policy({
  name: "system-namespaces",
  title: "Few have rights in the system's namespaces",
  description:
    "A RoleBinding in a namespace of the control plane must name service accounts of that namespace alone, but for the listed roles.",
  rationale:
    "In kube-system run controllers with rights over the whole cluster: whoever may make pods or read Secrets there can become any of them, so that `edit` in it is cluster-admin.",
  remediation:
    "Give the role in the namespace where the work is. What must run beside the control plane gets a service account there; people get a role for emergencies, exempt with an expiry date.",
  severity: "high",
  controls: [
    "CIS-2.0/5.6.1",
    "NSA-CISA-1.2/authorization",
    "OWASP-K8S-2022/K03",
    "OWASP-K8S-2025/K02",
    "NIST-800-53-5/AC-6",
    "MITRE-ATTACK-16/T1098.006",
  ],
  rollout: { difficulty: "medium", effect: "high", load: "low" },
  coveredBy: ["everybody"],
  match: [RoleBinding],
  params: parameters<Params>({
    namespaces: ["kube-system", "kube-public", "kube-node-lease"],
    // Every API server that others add must read how to check who its clients are; kubeadm's are for nodes that join.
    // A lock that replicas elect their leader by (cert-manager's, for one) is a Lease, and nothing else is in such a role.
    allowedRoles: [
      "extension-apiserver-authentication-reader",
      "kubeadm:*",
      "kube-proxy",
      "*leader-election*",
      "*leaderelection*",
    ],
  }),
  *check({ object, params }) {
    const namespace = object.metadata.namespace ?? "";
    if (!params.namespaces.some((pattern) => globMatches(pattern, namespace))) return;
    const role = object.roleRef.name;
    if (isBuiltInBinding(object) || (params.allowedRoles ?? []).some((one) => globMatches(one, role))) return;
    for (const subject of object.subjects ?? []) {
      if (isComponent(subject) || accountNamespaceOf(subject) === namespace) continue;
      yield violation(
        `RoleBinding <${object.metadata.name}> gives ${role} in ${namespace} to ${subject.kind} <${subject.name}>`,
        subject,
      );
    }
  },
});

/** The components of the control plane are users of this kind: `system:kube-scheduler`. */
function isComponent(subject: Subject): boolean {
  return subject.kind === "User" && subject.name.startsWith("system:kube-");
}

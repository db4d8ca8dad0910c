import {
  ClusterRoleBinding,
  globMatches,
  parameters,
  policy,
  RoleBinding,
  type Subject,
  violation,
} from "@policyc/sdk";
import { accountNamespaceOf, isBuiltInBinding } from "../../modules/subjects.js";

interface Params {
  /** The ClusterRoles of the control plane; `*` at either end is a wildcard. */
  roles: string[];
}

export default policy({
  name: "control-plane-roles",
  title: "The control plane's roles are for the control plane",
  description:
    "A binding must not give the roles of Kubernetes' controllers, of nodes, of the kubelet's API or of who approves certificates to anybody else.",
  rationale:
    "These roles are cluster-admin by another name: system:controller:clusterrole-aggregation-controller may escalate, the controller manager writes tokens, system:kubelet-api-admin runs commands in every pod. Nodes have their rights from the Node authorizer, each for its own pods: bound to `system:nodes`, the role lets every node read every Secret. No rule for roles finds them, because nobody wrote a role.",
  remediation: "Write a role with the rights that are needed, and bind that.",
  severity: "critical",
  controls: [
    "CIS-2.0/5.1.8",
    "CIS-2.0/5.1.10",
    "CIS-2.0/5.1.11",
    "NSA-CISA-1.2/authorization",
    "OWASP-K8S-2022/K03",
    "OWASP-K8S-2025/K02",
    "NIST-800-53-5/AC-6",
    "MITRE-ATTACK-16/T1098.006",
  ],
  rollout: { difficulty: "low", effect: "high", load: "low" },
  match: [ClusterRoleBinding, RoleBinding],
  params: parameters<Params>({
    roles: [
      "system:controller:*",
      "system:kube-controller-manager",
      "system:kube-scheduler",
      "system:kubelet-api-admin",
      "system:node",
      "system:certificates.k8s.io:kube-apiserver-client-approver",
      "system:certificates.k8s.io:kube-apiserver-client-kubelet-approver",
      "system:certificates.k8s.io:kubelet-serving-approver",
      "system:certificates.k8s.io:legacy-unknown-approver",
    ],
  }),
  *check({ object, params }) {
    const { kind, name } = object.roleRef;
    if (kind !== "ClusterRole" || isBuiltInBinding(object)) return;
    if (!params.roles.some((pattern) => globMatches(pattern, name))) return;
    for (const subject of object.subjects ?? []) {
      if (isComponent(subject)) continue;
      yield violation(
        `${object.kind} <${object.metadata.name}> gives ${name} to ${subject.kind} <${subject.name}>`,
        subject,
      );
    }
  },
});

/** Service accounts of kube-system, and the names that the components' certificates have. */
function isComponent(subject: Subject): boolean {
  const namespace = accountNamespaceOf(subject);
  if (namespace !== "") return namespace === "kube-system";
  return (
    subject.kind === "User" &&
    (subject.name.startsWith("system:kube-") || subject.name.startsWith("kube-apiserver"))
  );
}

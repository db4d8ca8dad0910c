import { globMatches, parameters, policy, RoleBinding, violation } from "@policyc/sdk";
import { accountNamespaceOf, isBuiltInBinding } from "../../modules/subjects.js";

interface Params {
  /** Namespaces whose service accounts may be given rights in others; `*` at either end is a wildcard. */
  allowedNamespaces?: string[];
  /** The Roles and ClusterRoles that service accounts of any namespace may have; `*` at either end of a name is a wildcard. */
  allowedRoles?: string[];
}

export default policy({
  name: "cross-namespace-subjects",
  title: "Rights stay in their namespace",
  description:
    "A RoleBinding must not name service accounts of other namespaces, but of those that are listed.",
  rationale:
    "A namespace is a border only as long as nothing inside it can be done from outside: a pod that is taken over in one namespace must not reach the next.",
  remediation:
    "Run the workload in the namespace that it needs rights in, or have its namespace listed in `allowedNamespaces`.",
  severity: "medium",
  controls: [
    "NSA-CISA-1.2/authorization",
    "OWASP-K8S-2022/K03",
    "OWASP-K8S-2025/K02",
    "NIST-800-53-5/AC-6",
    "CIS-2.0/5.6.1",
    "NIST-800-190/4.3.1",
  ],
  rollout: { difficulty: "medium", effect: "medium", load: "medium" },
  coveredBy: ["system-namespaces"],
  match: [RoleBinding],
  params: parameters<Params>({
    allowedNamespaces: [],
    // Every API server that others add must read, in kube-system, how to check who its clients are.
    // A lock that replicas elect their leader by is a Lease, and nothing else is in such a role.
    allowedRoles: ["extension-apiserver-authentication-reader", "*leader-election*", "*leaderelection*"],
  }),
  *check({ object, params }) {
    const role = object.roleRef.name;
    if (isBuiltInBinding(object) || (params.allowedRoles ?? []).some((one) => globMatches(one, role))) return;
    for (const subject of object.subjects ?? []) {
      const there = accountNamespaceOf(subject);
      if (there === "" || there === object.metadata.namespace) continue;
      if ((params.allowedNamespaces ?? []).some((pattern) => globMatches(pattern, there))) continue;
      yield violation(
        `RoleBinding <${object.metadata.name}> gives ${role} to a service account of namespace <${there}>`,
        subject,
      );
    }
  },
});

import { ClusterRole, ClusterRoleBinding, globMatches, parameters, policy } from "@policyc/sdk";
import { isBuiltInRole } from "../../modules/roles.js";
import { isBuiltInBinding } from "../../modules/subjects.js";

interface Params {
  /** The names of the ClusterRoles and ClusterRoleBindings that there may be; `*` at either end is a wildcard. */
  declared?: string[];
}

export default policy({
  name: "cluster-scope",
  title: "Cluster-wide rights are declared",
  description:
    "A ClusterRole or ClusterRoleBinding must be on the list of those that the platform team has agreed to.",
  rationale:
    "A right in one namespace is a Role and a RoleBinding. What holds in all of them, those of tomorrow included, should be few and known.",
  remediation:
    "Use a Role and a RoleBinding in each namespace that needs them, or have the name added to `declared`.",
  severity: "low",
  controls: [
    "NSA-CISA-1.2/authorization",
    "OWASP-K8S-2022/K03",
    "OWASP-K8S-2025/K02",
    "NIST-800-53-5/AC-6",
    "NIST-800-190/4.3.1",
  ],
  rollout: { difficulty: "medium", effect: "medium", load: "high" },
  needs: "which cluster-wide roles belong to your platform",
  match: [ClusterRole, ClusterRoleBinding],
  params: parameters<Params>({ declared: [] }),
  require: ({ object, params }) =>
    (object.kind === "ClusterRole" ? isBuiltInRole(object) : isBuiltInBinding(object)) ||
    (params.declared ?? []).some((pattern) => globMatches(pattern, object.metadata.name)),
  message: ({ object }) => `${object.kind} <${object.metadata.name}> is not declared`,
});

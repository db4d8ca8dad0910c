import {
  ClusterRole,
  ClusterRoleBinding,
  globMatches,
  grants,
  parameters,
  policy,
  Role,
  RoleBinding,
  violation,
} from "@policyc/sdk";
import { isBuiltInRole, isForAll } from "../../modules/roles.js";

interface Params {
  /** The SecurityContextConstraints that anybody may use; `*` at either end is a wildcard. */
  allowed: string[];
}

const use = { verb: "use", group: "security.openshift.io", resource: "securitycontextconstraints" } as const;
const role = "system:openshift:scc:";

export default policy({
  name: "security-context-constraints",
  title: "Pods of OpenShift get no constraints that let them out",
  description:
    "A role must not grant `use` of SecurityContextConstraints of OpenShift but the listed ones, and a binding must not give the role that OpenShift makes for another.",
  rationale:
    "On OpenShift these decide what Pod Security decides elsewhere: whoever may use `privileged` or `hostmount-anyuid` runs pods that own their node, whatever the namespace is labelled.",
  remediation:
    "Let the workload run under `restricted-v2`. What needs more gets constraints of its own, with just that, whose name is listed, and a service account that nothing else uses.",
  severity: "high",
  controls: [
    "CIS-2.0/5.2.1",
    "NSA-CISA-1.2/authorization",
    "OWASP-K8S-2022/K03",
    "OWASP-K8S-2025/K02",
    "NIST-800-53-5/AC-6",
    "MITRE-ATTACK-16/T1611",
  ],
  rollout: { difficulty: "medium", effect: "high", load: "low" },
  coveredBy: ["no-wildcards"],
  match: {
    kinds: [ClusterRole, Role, ClusterRoleBinding, RoleBinding],
    excludedNamespaces: ["openshift", "openshift-*", "kube-*"],
  },
  gatekeeper: { kind: "OpenShiftSecurityContextConstraints" },
  params: parameters<Params>({ allowed: ["restricted", "restricted-v*", "nonroot", "nonroot-v*"] }),
  *check({ object, params }) {
    const name = `${object.kind} <${object.metadata.name}>`;
    if (object.kind === "ClusterRoleBinding" || object.kind === "RoleBinding") {
      const given = object.roleRef.name;
      const constraints = given.slice(role.length);
      if (given.startsWith(role) && !params.allowed.some((pattern) => globMatches(pattern, constraints)))
        yield violation(`${name} lets its subjects use the constraints ${constraints}`, object.roleRef);
      return;
    }
    if (isBuiltInRole(object)) return;
    for (const rule of object.rules ?? []) {
      if (!grants(rule, use)) continue;
      if (isForAll(rule)) yield violation(`${name} grants use of all constraints`, rule);
      for (const constraints of rule.resourceNames ?? []) {
        if (constraints !== "" && !params.allowed.some((pattern) => globMatches(pattern, constraints)))
          yield violation(`${name} grants use of the constraints ${constraints}`, rule);
      }
    }
  },
});

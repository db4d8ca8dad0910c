import { ClusterRole, type PolicyRule, policy, Role, violation } from "@policyc/sdk";
import { isBuiltInRole } from "../../modules/roles.js";

export default policy({
  name: "no-wildcards",
  title: "No wildcards in roles",
  description: "A Role or ClusterRole must name the verbs, resources, API groups and URLs that it grants.",
  rationale:
    "A wildcard grants what does not exist yet: the next verb, the next custom resource, without anybody deciding it.",
  remediation: "List the verbs, resources and API groups that the subject really needs.",
  severity: "high",
  controls: [
    "CIS-2.0/5.1.3",
    "NSA-CISA-1.2/authorization",
    "OWASP-K8S-2022/K03",
    "OWASP-K8S-2025/K02",
    "NIST-800-53-5/AC-6",
    "NIST-800-190/4.3.1",
  ],
  rollout: { difficulty: "medium", effect: "high", load: "low" },
  match: [ClusterRole, Role],
  gatekeeper: { kind: "K8sNoWildcardRoles" },
  *check({ object }) {
    if (isBuiltInRole(object)) return;
    const role = `${object.kind} <${object.metadata.name}>`;
    for (const rule of object.rules ?? []) {
      const resources = rule.resources ?? [];
      if (rule.verbs.includes("*"))
        yield violation(
          `${role} grants all verbs on <${[...resources, ...(rule.nonResourceURLs ?? [])].join(", ")}>`,
          rule,
        );
      if (resources.includes("*"))
        yield violation(`${role} grants all resources of <${groupNames(rule)}>`, rule);
      // `*/scale` is a sub-resource of everything that has it.
      for (const resource of resources) {
        if (resource.startsWith("*/")) yield violation(`${role} grants <${resource}>`, rule);
        else if (resource !== "*" && resource.includes("*"))
          yield violation(`${role} names <${resource}>, which is no wildcard and grants nothing`, rule);
      }
      if (rule.apiGroups?.includes("*"))
        yield violation(`${role} grants <${resources.join(", ")}> of all API groups`, rule);
      // `/healthz/*` is a path with what is below it; these are every path, since stars at the end count as one.
      if ((rule.nonResourceURLs ?? []).some((url) => /^\/?\*+$/.test(url)))
        yield violation(`${role} grants all URLs`, rule);
    }
  },
});

/** The group of pods and Secrets has no name. */
function groupNames({ apiGroups = [] }: PolicyRule): string {
  return apiGroups.map((group) => (group === "" ? "core" : group)).join(", ");
}

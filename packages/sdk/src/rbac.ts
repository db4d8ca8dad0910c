import type { PolicyRule } from "./kinds/rbac.js";

/**
 * What somebody may be allowed to do, as the API server asks for it.
 *
 * @example
 * const exec: Access = { verb: "create", group: "", resource: "pods/exec" };
 */
export interface Access {
  /** In lower case: `get`, `create`, `escalate`. */
  readonly verb: string;
  /** The API group; empty for the core group. */
  readonly group: string;
  /** The plural, with the sub-resource where it is one: `pods`, `pods/exec`. */
  readonly resource: string;
}

/**
 * Does this rule of a role allow that? Wildcards count as the API server's authorizer counts them
 * (k8s.io/kubernetes/pkg/apis/rbac/v1, `RuleAllows`): `*` stands for everything, sub-resources included, and
 * a `*` before the slash for that sub-resource of everything. A rule that is limited by `resourceNames` allows it for those names.
 *
 * @example
 * const canExec = (object.rules ?? []).some((rule) => grants(rule, { verb: "create", group: "", resource: "pods/exec" }));
 */
export function grants(rule: PolicyRule, access: Access): boolean {
  return (
    isOneOf(access.verb, rule.verbs) &&
    isOneOf(access.group, rule.apiGroups ?? []) &&
    isResource(access.resource, rule.resources ?? [])
  );
}

function isOneOf(wanted: string, granted: readonly string[]): boolean {
  return granted.includes("*") || granted.includes(wanted);
}

function isResource(wanted: string, granted: readonly string[]): boolean {
  const subresource = wanted.split("/")[1];
  return isOneOf(wanted, granted) || (subresource !== undefined && granted.includes(`*/${subresource}`));
}

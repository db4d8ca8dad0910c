import type { AuditRule } from "./documents/audit-policy.js";

/** A request as audit rules tell requests apart; sub-resources as `pods/exec`. */
export interface AuditedRequest {
  group: string;
  resource: string;
  verb: string;
}

/**
 * The first rule for such a request of anybody, anywhere, on any object. Rules for some users, namespaces or names are
 * passed over: the others' requests go on to the next.
 */
export function decidingRule(rules: AuditRule[], request: AuditedRequest): AuditRule | undefined {
  return rules.find((rule) => isForEverybody(rule) && isForRequest(rule, request));
}

/** Is the rule for such requests, be it of some users only? A verb `*` is no wildcard in an audit policy. */
export function isForRequest(rule: AuditRule, { group, resource, verb }: AuditedRequest): boolean {
  const verbs = rule.verbs ?? [];
  return (verbs.length === 0 || verbs.includes(verb)) && isForResource(rule, group, resource);
}

/** As the API server's audit policy checker matches: `*` is all, `pods/*` all of pods, a star and `/scale` that of all. */
export function isForResource(rule: AuditRule, group: string, resource: string): boolean {
  const groups = rule.resources ?? [];
  if ((rule.nonResourceURLs ?? []).length > 0) return false;
  return (
    groups.length === 0 ||
    groups.some((one) => (one.group ?? "") === group && namesResource(one.resources ?? [], resource))
  );
}

/** Do the names of a group's resources mean this one? None are all. */
export function namesResource(names: string[], resource: string): boolean {
  const [parent = "", sub = ""] = resource.split("/");
  const wildcards = ["*", `${parent}/*`, `*/${sub}`];
  return names.length === 0 || names.includes(resource) || wildcards.some((one) => names.includes(one));
}

/** Does the rule say nothing about who, where and which object? */
export function isForEverybody(rule: AuditRule): boolean {
  return (
    (rule.users ?? []).length === 0 &&
    (rule.userGroups ?? []).length === 0 &&
    (rule.namespaces ?? []).length === 0 &&
    (rule.resources ?? []).every(({ resourceNames }) => (resourceNames ?? []).length === 0)
  );
}

/** Is every request the rule's? */
export function isCatchAll(rule: AuditRule): boolean {
  return (
    isForEverybody(rule) &&
    (rule.verbs ?? []).length === 0 &&
    (rule.resources ?? []).length === 0 &&
    (rule.nonResourceURLs ?? []).length === 0
  );
}

/** A star at the end of a rule's URL is any rest. */
export function urlMatches(pattern: string, url: string): boolean {
  return pattern === url || (pattern.endsWith("*") && url.startsWith(pattern.slice(0, -1)));
}

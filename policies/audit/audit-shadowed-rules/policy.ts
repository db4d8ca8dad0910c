import { policy, violation } from "@policyc/sdk";
import { namesResource, urlMatches } from "../../modules/audit-rules.js";
import { AuditPolicy, type AuditRule } from "../../modules/documents/audit-policy.js";

export default policy({
  name: "audit-shadowed-rules",
  title: "Every rule of an audit policy can be reached",
  description:
    "No rule of an audit policy may stand behind one that takes all of its requests, or name verbs or groups by a `*` that matches nothing.",
  rationale:
    "The first rule that matches decides. A rule that is never reached looks like a decision in review and is none in the log.",
  remediation:
    "Move the narrower rule before the wider one; leave `verbs` out for all verbs, and list the groups.",
  severity: "medium",
  controls: ["CIS-2.0/3.2.2", "NIST-800-53-5/AU-12", "NSA-CISA-1.2/audit-logging"],
  rollout: { difficulty: "low", effect: "medium", load: "low" },
  match: [AuditPolicy],
  *check({ object }) {
    for (const [position, rule] of object.rules.entries()) {
      const before = object.rules.slice(0, position).findIndex((earlier) => takesAllOf(earlier, rule));
      if (before !== -1) {
        yield violation(
          `rule ${position + 1} is never reached: rule ${before + 1} takes all of its requests`,
          rule,
        );
      }
      if ((rule.verbs ?? []).includes("*")) {
        yield violation(`rule ${position + 1} matches nothing by the verb *: leave verbs out for all`, rule);
      }
      if ((rule.resources ?? []).some(({ group }) => group === "*")) {
        yield violation(`rule ${position + 1} matches nothing by the group *: list the groups`, rule);
      }
    }
  },
});

/** Is every request of the later rule one of the earlier rule's too? */
function takesAllOf(earlier: AuditRule, later: AuditRule): boolean {
  return (
    containsAll(earlier.users ?? [], later.users ?? []) &&
    containsAll(earlier.userGroups ?? [], later.userGroups ?? []) &&
    containsAll(earlier.verbs ?? [], later.verbs ?? []) &&
    containsAll(earlier.namespaces ?? [], later.namespaces ?? []) &&
    takesAllResourcesOf(earlier, later)
  );
}

/** Of lists where nothing said is everything. */
function containsAll(earlier: string[], later: string[]): boolean {
  return earlier.length === 0 || (later.length > 0 && later.every((one) => earlier.includes(one)));
}

function takesAllResourcesOf(earlier: AuditRule, later: AuditRule): boolean {
  const urls = earlier.nonResourceURLs ?? [];
  const laterUrls = later.nonResourceURLs ?? [];
  const groups = earlier.resources ?? [];
  const laterGroups = later.resources ?? [];
  if (urls.length > 0)
    return laterUrls.length > 0 && laterUrls.every((url) => urls.some((one) => urlMatches(one, url)));
  if (groups.length === 0) return true;
  return (
    laterGroups.length > 0 &&
    laterGroups.every((group) => {
      const resources = group.resources ?? [];
      return groups.some(
        (one) =>
          (one.group ?? "") === (group.group ?? "") &&
          containsAll(one.resourceNames ?? [], group.resourceNames ?? []) &&
          ((one.resources ?? []).length === 0 ||
            (resources.length > 0 &&
              resources.every((resource) => namesResource(one.resources ?? [], resource)))),
      );
    })
  );
}

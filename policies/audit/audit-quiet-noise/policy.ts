import { parameters, policy, violation } from "@policyc/sdk";
import { decidingRule, isForEverybody, urlMatches } from "../../modules/audit-rules.js";
import { AuditPolicy, type AuditRule } from "../../modules/documents/audit-policy.js";

interface Quiet {
  group: string;
  resource: string;
}

interface Params {
  /** Users whose watching of the cluster must have a rule `level: None`. */
  users: string[];
  /** URLs that are asked for all the time. */
  urls: string[];
  /** Resources that are written all the time and say nothing that is not known otherwise. */
  resources: Quiet[];
}

export default policy({
  name: "audit-quiet-noise",
  title: "The audit log is not drowned by the cluster itself",
  description:
    "An audit policy must leave out what components do all the time (kube-proxy's watches, health checks, events), and one of the two stages of each request.",
  rationale:
    "Most requests of a cluster are the cluster's own. They fill the disk, push the interesting ones out of a rotated log, and cost money per gigabyte.",
  remediation:
    "Begin with rules `level: None` for these users, URLs and resources, and set `omitStages: [RequestReceived]`.",
  severity: "low",
  controls: ["NIST-800-53-5/AU-4", "NSA-CISA-1.2/audit-logging"],
  rollout: { difficulty: "low", effect: "low", load: "low" },
  match: [AuditPolicy],
  params: parameters<Params>({
    users: ["system:kube-proxy"],
    urls: ["/healthz", "/livez", "/readyz"],
    resources: [{ group: "", resource: "events" }],
  }),
  *check({ object, params }) {
    for (const user of params.users) {
      if (!object.rules.some((rule) => rule.level === "None" && (rule.users ?? []).includes(user))) {
        yield violation(`nothing of ${user} is left out`, object);
      }
    }
    for (const url of params.urls) {
      const rule = object.rules.find((one) => isForUrl(one, url));
      if (rule !== undefined && rule.level !== "None") {
        yield violation(`requests for ${url} are recorded: level ${rule.level}`, rule);
      }
    }
    for (const { group, resource } of params.resources) {
      const rule = decidingRule(object.rules, { group, resource, verb: "create" });
      if (rule !== undefined && rule.level !== "None") {
        yield violation(`${resource} are recorded: level ${rule.level}`, rule);
      }
    }
    const stages = object.omitStages ?? [];
    for (const [position, rule] of object.rules.entries()) {
      const omits = stages.includes("RequestReceived") || (rule.omitStages ?? []).includes("RequestReceived");
      if (rule.level !== "None" && !omits) {
        yield violation(
          `rule ${position + 1} records each request twice: RequestReceived is not omitted`,
          rule,
        );
      }
    }
  },
});

/** Is the rule for GETs of the URL by everybody? */
function isForUrl(rule: AuditRule, url: string): boolean {
  const urls = rule.nonResourceURLs ?? [];
  const verbs = rule.verbs ?? [];
  return (
    isForEverybody(rule) &&
    (verbs.length === 0 || verbs.includes("get")) &&
    (rule.resources ?? []).length === 0 &&
    (urls.length === 0 || urls.some((one) => urlMatches(one, url)))
  );
}

import { parameters, policy, violation } from "@policyc/sdk";
import { type AuditedRequest, decidingRule, isForRequest } from "../../modules/audit-rules.js";
import { AuditPolicy, type AuditRule } from "../../modules/documents/audit-policy.js";

interface Sensitive {
  group: string;
  /** `parent/sub` for a sub-resource. */
  resource: string;
}

interface Params {
  /** Resources whose bodies are secrets themselves. */
  sensitive: Sensitive[];
}

/** Requests to read and to delete bring no object: its body is in the response. */
const written = ["create", "update", "patch"] as const;
const answered = ["get", "list", "watch", "delete", "deletecollection"] as const;

export default policy({
  name: "audit-no-secret-bodies",
  title: "The audit log holds no secrets",
  description:
    "No rule of an audit policy may record bodies (Request, RequestResponse) of Secrets, ConfigMaps, tokens and token reviews.",
  rationale:
    "The audit log is copied to disks, collectors and dashboards that are guarded less than the secrets which a body-level rule writes into it.",
  remediation:
    "Put a rule `level: Metadata` for these resources before the rules that record bodies, and do not name them there.",
  severity: "high",
  controls: [
    "CIS-2.0/3.2.2",
    "NIST-800-53-5/AU-3",
    "NIST-800-53-5/AU-9",
    "NSA-CISA-1.2/audit-logging",
    "OWASP-K8S-2022/K08",
    "OWASP-K8S-2025/K03",
  ],
  rollout: { difficulty: "low", effect: "high", load: "low" },
  match: [AuditPolicy],
  params: parameters<Params>({
    sensitive: [
      { group: "", resource: "secrets" },
      { group: "", resource: "configmaps" },
      { group: "", resource: "serviceaccounts/token" },
      { group: "authentication.k8s.io", resource: "tokenreviews" },
    ],
  }),
  *check({ object, params }) {
    for (const [position, rule] of object.rules.entries()) {
      const before = object.rules.slice(0, position);
      if (rule.level === "Request" || rule.level === "RequestResponse") {
        const verbs = rule.level === "Request" ? [...written] : [...written, ...answered];
        for (const { group, resource } of params.sensitive) {
          if (verbs.some((verb) => isReached(rule, before, { group, resource, verb }))) {
            yield violation(`rule ${position + 1} records bodies of ${resource}: level ${rule.level}`, rule);
          }
        }
      }
    }
  },
});

/** Do such requests come to the rule, of some users at least? What one before decides for everybody ends there. */
function isReached(rule: AuditRule, before: AuditRule[], request: AuditedRequest): boolean {
  return isForRequest(rule, request) && decidingRule(before, request) === undefined;
}

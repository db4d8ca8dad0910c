import { parameters, policy, violation } from "@policyc/sdk";
import { type AuditedRequest, decidingRule, isForRequest } from "../../modules/audit-rules.js";
import { AuditPolicy, type AuditRule } from "../../modules/documents/audit-policy.js";

interface Params {
  /** Users who may be left out altogether. */
  allowedUsers?: string[];
}

/** What an intruder does with an identity that he has taken over. */
const telling: readonly AuditedRequest[] = [
  { group: "", resource: "secrets", verb: "get" },
  { group: "", resource: "secrets", verb: "list" },
  { group: "", resource: "pods/exec", verb: "create" },
  { group: "", resource: "pods", verb: "create" },
  { group: "rbac.authorization.k8s.io", resource: "clusterrolebindings", verb: "create" },
];

export default policy({
  name: "audit-everybody-seen",
  title: "Nobody is left out of the audit log",
  description:
    "A rule of level None for some users, groups or namespaces must not take requests that tell of an intruder: reading Secrets, exec, making pods and bindings.",
  rationale:
    "Intruders use the identities that are there: a service account, a node, an administrator. Who is left out because he is noisy or trusted is who they will be.",
  remediation:
    "Limit the rule by `verbs` and `resources` to what makes the noise, such as leases and watches, or put rules that record the telling requests of everybody before it.",
  severity: "high",
  controls: [
    "CIS-2.0/3.2.2",
    "NSA-CISA-1.2/audit-logging",
    "NIST-800-53-5/AU-12",
    "OWASP-K8S-2022/K05",
    "OWASP-K8S-2025/K10",
    "MITRE-ATTACK-16/T1562.001",
  ],
  rollout: { difficulty: "low", effect: "medium", load: "medium" },
  match: [AuditPolicy],
  params: parameters<Params>({ allowedUsers: ["system:kube-proxy"] }),
  *check({ object, params }) {
    for (const [position, rule] of object.rules.entries()) {
      const who = leftOut(rule, params.allowedUsers ?? []);
      if (rule.level !== "None" || who.length === 0) continue;
      const before = object.rules.slice(0, position);
      const unseen = telling
        .filter((request) => isForRequest(rule, request) && decidingRule(before, request) === undefined)
        .map(({ verb, resource }) => `${verb} of ${resource}`);
      if (unseen.length > 0)
        yield violation(`rule ${position + 1} leaves ${who.join(", ")} out: ${unseen.join(", ")}`, rule);
    }
  },
});

/** Whom a rule is limited to, by all that it names. */
function leftOut({ users, userGroups, namespaces }: AuditRule, allowed: string[]): string[] {
  return [
    ...(users ?? []).filter((user) => !allowed.includes(user)),
    ...(userGroups ?? []),
    ...(namespaces ?? []),
  ];
}

import { parameters, policy, violation } from "@policyc/sdk";
import { decidingRule } from "../../modules/audit-rules.js";
import { type AuditLevel, AuditPolicy, type AuditRule } from "../../modules/documents/audit-policy.js";

interface Recorded {
  group: string;
  /** `parent/sub` for a sub-resource. */
  resources: string[];
  verbs: string[];
  /** The least that must be recorded. */
  level: "Metadata" | "Request" | "RequestResponse";
}

interface Params {
  /** What must be in the audit log, whoever does it. */
  recorded: Recorded[];
}

const changes = ["create", "update", "patch", "delete", "deletecollection"] as const;

export default policy({
  name: "audit-covers-security",
  title: "The audit log has what an investigation needs",
  description:
    "An audit policy must record changes of RBAC, pods, deployments and admission webhooks, access to Secrets, and the use of exec, attach, port-forward and proxies.",
  rationale:
    "What the log does not have cannot be investigated, and nobody can be told from anybody else afterwards.",
  remediation:
    "Give these resources a rule with `level: Metadata` or more before the rules that leave them out.",
  severity: "medium",
  controls: [
    "CIS-2.0/3.2.2",
    "NIST-800-53-5/AU-2",
    "NIST-800-53-5/AU-12",
    "OWASP-K8S-2022/K05",
    "OWASP-K8S-2025/K10",
    "NSA-CISA-1.2/audit-logging",
    "NIST-800-190/4.4.5",
  ],
  rollout: { difficulty: "low", effect: "high", load: "medium" },
  match: [AuditPolicy],
  params: parameters<Params>({
    recorded: [
      {
        group: "rbac.authorization.k8s.io",
        resources: ["roles", "clusterroles", "rolebindings", "clusterrolebindings"],
        verbs: [...changes],
        level: "Metadata",
      },
      { group: "", resources: ["secrets"], verbs: ["get", "list", "watch", ...changes], level: "Metadata" },
      {
        group: "",
        resources: [
          "pods/exec",
          "pods/attach",
          "pods/portforward",
          "pods/proxy",
          "services/proxy",
          "nodes/proxy",
        ],
        verbs: ["get", "create"],
        level: "Metadata",
      },
      { group: "", resources: ["pods/ephemeralcontainers"], verbs: ["update", "patch"], level: "Metadata" },
      {
        group: "",
        resources: ["pods", "serviceaccounts", "namespaces"],
        verbs: [...changes],
        level: "Metadata",
      },
      { group: "", resources: ["serviceaccounts/token"], verbs: ["create"], level: "Metadata" },
      {
        group: "apps",
        resources: ["deployments", "daemonsets", "statefulsets"],
        verbs: [...changes],
        level: "Metadata",
      },
      { group: "batch", resources: ["jobs", "cronjobs"], verbs: [...changes], level: "Metadata" },
      { group: "networking.k8s.io", resources: ["networkpolicies"], verbs: [...changes], level: "Metadata" },
      {
        group: "admissionregistration.k8s.io",
        resources: [
          "validatingwebhookconfigurations",
          "mutatingwebhookconfigurations",
          "validatingadmissionpolicies",
          "validatingadmissionpolicybindings",
        ],
        verbs: [...changes],
        level: "Metadata",
      },
      {
        group: "certificates.k8s.io",
        resources: ["certificatesigningrequests/approval"],
        verbs: ["update", "patch"],
        level: "Metadata",
      },
    ],
  }),
  *check({ object, params }) {
    const { rules, omitStages = [] } = object;
    for (const recorded of params.recorded) {
      for (const level of lessThan(recorded.level)) {
        const what = `is recorded at level ${level}, less than ${recorded.level}`;
        yield* told(rules, recorded, what, (rule) => (rule?.level ?? "None") === level);
      }
      yield* told(
        rules,
        recorded,
        "is recorded without its outcome: ResponseComplete is omitted",
        (rule) =>
          omitsTheOutcome(rule?.omitStages ?? []) &&
          !lessThan(recorded.level).includes(rule?.level ?? "None"),
      );
    }
    if (omitsTheOutcome(omitStages))
      yield violation("nothing is recorded with its outcome: ResponseComplete is omitted", omitStages);
  },
});

/** Requests that are decided by a bad rule, or by none: the resources of which it is true of the same verbs together. */
function* told(
  rules: AuditRule[],
  { group, resources, verbs }: Recorded,
  what: string,
  isBad: (rule: AuditRule | undefined) => boolean,
) {
  const badVerbs = (resource: string): string =>
    verbs.filter((verb) => isBad(decidingRule(rules, { group, resource, verb }))).join(", ");
  for (const bad of new Set(resources.map(badVerbs))) {
    if (bad === "") continue;
    const alike = resources.filter((resource) => badVerbs(resource) === bad);
    const [resource = ""] = alike;
    const [verb = ""] = bad.split(", ");
    yield violation(`${bad} of ${alike.join(", ")} ${what}`, decidingRule(rules, { group, resource, verb }));
  }
}

function omitsTheOutcome(stages: readonly string[]): boolean {
  return stages.includes("ResponseComplete");
}

/** The levels that record less. */
function lessThan(level: Recorded["level"]): AuditLevel[] {
  switch (level) {
    case "Metadata":
      return ["None"];
    case "Request":
      return ["None", "Metadata"];
    default:
      return ["None", "Metadata", "Request"];
  }
}

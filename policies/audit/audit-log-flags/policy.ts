import { containers, Pod, parameters, policy } from "@policyc/sdk";
import { type AuditLogBounds, missingAuditLog } from "../../modules/control-plane/audit-log.js";
import { flagsOf, runs } from "../../modules/flags.js";

export default policy({
  name: "audit-log-flags",
  title: "The API server writes an audit log and keeps it",
  description:
    "kube-apiserver must have an audit policy and a place to write to: a file that is kept long enough, or a webhook.",
  rationale:
    "Without `--audit-policy-file` nothing is recorded, without a log path or webhook nothing is kept; too little rotation lets an attacker flush the log.",
  remediation:
    "Set `--audit-policy-file`, and `--audit-log-path` with `--audit-log-maxage=30 --audit-log-maxbackup=10 --audit-log-maxsize=100`, or `--audit-webhook-config-file`.",
  severity: "high",
  controls: [
    "CIS-2.0/1.2.16",
    "CIS-2.0/1.2.17",
    "CIS-2.0/1.2.18",
    "CIS-2.0/1.2.19",
    "CIS-2.0/3.2.1",
    "NIST-800-53-5/AU-4",
    "NIST-800-53-5/AU-11",
    "OWASP-K8S-2022/K05",
    "OWASP-K8S-2025/K10",
    "NSA-CISA-1.2/audit-logging",
  ],
  rollout: { difficulty: "medium", effect: "high", load: "medium" },
  match: [Pod],
  params: parameters<AuditLogBounds>({ minAge: 30, minBackups: 10, minSize: 100 }),
  *check({ object, params }) {
    for (const container of containers(object).filter((one) => runs(one, "kube-apiserver")))
      yield* missingAuditLog(flagsOf(container), params, container);
  },
});

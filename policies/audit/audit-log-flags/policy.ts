import { containers, type Integer, Pod, parameters, parseNumber, policy, violation } from "@policyc/sdk";
import { flagsOf, flagValue, runs } from "../../modules/flags.js";

interface Params {
  /**
   * Days that a file of the log is kept at least.
   * @minimum 1
   */
  minAge: Integer;
  /**
   * Files that are kept at least.
   * @minimum 1
   */
  minBackups: Integer;
  /**
   * Megabytes that a file holds at least before the next is begun.
   * @minimum 1
   */
  minSize: Integer;
}

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
    "CIS-1.10/1.2.16",
    "CIS-1.10/1.2.17",
    "CIS-1.10/1.2.18",
    "CIS-1.10/1.2.19",
    "CIS-1.10/3.2.1",
    "NIST-800-53-5/AU-4",
    "NIST-800-53-5/AU-11",
    "OWASP-K8S-2022/K05",
    "NSA-CISA-1.2/audit-logging",
  ],
  rollout: { difficulty: "medium", effect: "high", load: "medium" },
  match: [Pod],
  params: parameters<Params>({ minAge: 30, minBackups: 10, minSize: 100 }),
  *check({ object, params }) {
    for (const container of containers(object).filter((one) => runs(one, "kube-apiserver"))) {
      const flags = flagsOf(container);
      const path = flagValue(flags, "audit-log-path");
      if (flagValue(flags, "audit-policy-file") === undefined) {
        yield violation("kube-apiserver records nothing: --audit-policy-file is not set", container);
      }
      if (path === undefined && flagValue(flags, "audit-webhook-config-file") === undefined) {
        yield violation(
          "kube-apiserver keeps nothing: neither --audit-log-path nor --audit-webhook-config-file is set",
          container,
        );
      }
      // To standard output (`-`) the log is rotated by the container runtime.
      if (path !== undefined && path !== "-") {
        const bounds = [
          { flag: "audit-log-maxage", least: params.minAge },
          { flag: "audit-log-maxbackup", least: params.minBackups },
          { flag: "audit-log-maxsize", least: params.minSize },
        ];
        for (const { flag, least } of bounds) {
          const value = flagValue(flags, flag) ?? "0";
          if ((parseNumber(value) ?? 0) < least) {
            yield violation(`kube-apiserver has --${flag} ${value}, less than ${least}`, container);
          }
        }
      }
    }
  },
});

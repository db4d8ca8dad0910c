import { type Integer, parseInteger, violation } from "@policyc/sdk";
import { type Flag, flagValue } from "../flags.js";

/** How long an audit log is kept. */
export interface AuditLogBounds {
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

/** What of the audit log kube-apiserver does not write, or does not keep. */
export function* missingAuditLog(flags: readonly Flag[], bounds: AuditLogBounds, at: object) {
  const path = flagValue(flags, "audit-log-path");
  if (flagValue(flags, "audit-policy-file") === "") {
    yield violation("kube-apiserver records nothing: --audit-policy-file is not set", at);
  }
  if (path === "" && flagValue(flags, "audit-webhook-config-file") === "") {
    yield violation(
      "kube-apiserver keeps nothing: neither --audit-log-path nor --audit-webhook-config-file is set",
      at,
    );
  }
  if (path === "/dev/null") {
    yield violation("kube-apiserver keeps nothing: --audit-log-path is /dev/null", at);
  }
  // To standard output (`-`) the log is rotated by the container runtime.
  if (path !== "" && path !== "-") {
    const expected = [
      { flag: "audit-log-maxage", least: bounds.minAge },
      { flag: "audit-log-maxbackup", least: bounds.minBackups },
      { flag: "audit-log-maxsize", least: bounds.minSize },
    ];
    for (const { flag, least } of expected) {
      const value = flagValue(flags, flag) || "0";
      if ((parseInteger(value) ?? 0) < least) {
        yield violation(`kube-apiserver has --${flag} ${value}, less than ${least}`, at);
      }
    }
  }
}

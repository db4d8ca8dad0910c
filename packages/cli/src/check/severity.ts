import type { Severity } from "@policyc/ir";

/** From the mildest to the worst. */
export const severities = ["low", "medium", "high", "critical"] as const satisfies readonly Severity[];

/** Whether a severity is as bad as another, or worse. */
export function isAtLeast(severity: Severity, limit: Severity): boolean {
  return severities.indexOf(severity) >= severities.indexOf(limit);
}

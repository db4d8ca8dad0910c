import type { Severity } from "@policyc/ir";
import { severities } from "../arguments.js";

/** Whether a severity is as bad as another, or worse. */
export function isAtLeast(severity: Severity, limit: Severity): boolean {
  return severities.indexOf(severity) >= severities.indexOf(limit);
}

import type { Stage } from "./deployment.js";

/** What a violation does, for ValidatingPolicy and ValidatingAdmissionPolicyBinding. */
export const validationActions: Readonly<Record<Stage, readonly string[]>> = {
  audit: ["Audit"],
  warn: ["Warn", "Audit"],
  enforce: ["Deny"],
};

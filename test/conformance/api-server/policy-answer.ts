import type { Verdict } from "../outcome.js";
import { inexpressible } from "./admission.js";
import type { ApiAnswer } from "./api-client.js";

/** A denial by one of our policies, told from the API server's own refusals, which say nothing about a policy. */
export function policyAnswer(answer: ApiAnswer): Verdict {
  const warning = answer.warnings.find((one) =>
    one.includes("Validation failed for ValidatingAdmissionPolicy"),
  );
  if (answer.ok) return warning === undefined ? { kind: "allowed" } : { kind: "denied", message: warning };
  const { message } = DENIAL.exec(answer.message)?.groups ?? {};
  if (message === undefined) return inexpressible(answer.message);
  return RUN_TIME_FAILURE.test(message) ? { kind: "error", message } : { kind: "denied", message };
}

const DENIAL = /ValidatingAdmissionPolicy '[^']*' with binding '[^']*' denied request: (?<message>.*)$/s;
const RUN_TIME_FAILURE = /^(?:expression '.*' resulted in error: |failed to )/s;

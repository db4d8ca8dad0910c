import type { Verdict } from "../evaluators/evaluator.js";
import { disappointments } from "../suites/expectation.js";
import type { Expectation } from "../suites/suite.js";
import type { CaseOptions, PolicyHandle } from "./policy-handle.js";

/** What a denial must say: a part of a message, a regular expression, or how many violations there are. */
export type Denial = string | RegExp | number;

interface Outcome {
  readonly pass: boolean;
  readonly message: () => string;
}

/** `expect(policy).toAllow(manifest)`: every engine allows the object. */
export function toAllow(policy: PolicyHandle, manifest: object | string, options?: CaseOptions): Outcome {
  return outcome(policy, policy.ask(manifest, options).verdict, { kind: "allow" });
}

/** `expect(policy).toDeny(manifest, /message/)`: every engine denies the object, and some violation says so. */
export function toDeny(
  policy: PolicyHandle,
  manifest: object | string,
  denial?: Denial,
  options?: CaseOptions,
): Outcome {
  return outcome(policy, policy.ask(manifest, options).verdict, expected(denial));
}

function expected(denial: Denial | undefined): Expectation {
  if (denial === undefined) return { kind: "deny" };
  if (typeof denial === "number") return { kind: "deny", count: denial };
  const matches = (message: string) =>
    typeof denial === "string" ? message.includes(denial) : new RegExp(denial).test(message);
  return { kind: "violations", wanted: "yes", message: { written: String(denial), matches } };
}

function outcome({ name }: PolicyHandle, verdict: Verdict, expectation: Expectation): Outcome {
  const wrong = disappointments(verdict, [expectation]);
  const said = verdict.violations.map(({ message }) => `  - ${message}`);
  const says = said.length === 0 ? `${name} allows it` : `${name} says:\n${said.join("\n")}`;
  return {
    pass: wrong.length === 0,
    message: () =>
      wrong.length === 0 ? `did not expect this verdict; ${says}` : `${wrong.join("\n")}; ${says}`,
  };
}

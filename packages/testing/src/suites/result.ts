import type { Diagnostic, Span } from "@policyc/diagnostics";
import type { EngineName, Verdict } from "../evaluators/evaluator.js";

/** `broken`: the case or the policy could not be run, so that nothing was tested. */
export type Outcome = "passed" | "failed" | "skipped" | "broken";

export interface EngineRun {
  readonly engine: EngineName;
  readonly verdict: Verdict;
  readonly ms: number;
}

/** A violation, and where in the case's object it is. */
export interface LocatedViolation {
  readonly message: string;
  readonly span?: Span;
}

/** What came of one case. */
export interface TestResult {
  /** The policy's name; where none was found, what the suite calls it; empty for a suite that cannot be read. */
  readonly policy: string;
  /** The suite's file. */
  readonly suite: string;
  readonly case: string;
  readonly span: Span;
  readonly outcome: Outcome;
  readonly engines: readonly EngineRun[];
  readonly ms: number;
  /** Why it was skipped, or what is not as expected: sentences, or a table of two engines that differ. */
  readonly details: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
  /** What the first engine says, located where Node ran too. */
  readonly violations: readonly LocatedViolation[];
}

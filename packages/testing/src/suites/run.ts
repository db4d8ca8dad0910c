import { resolve } from "node:path";
import { type Admitting, engineAdmitting } from "../evaluators/admit.js";
import { type EngineName, engineNames } from "../evaluators/evaluator.js";
import { noSuchPolicy } from "./diagnostics/suite.js";
import { type Evaluators, evaluatorsOf, type PolicyUnderTest } from "./policy-under-test.js";
import type { TestResult } from "./result.js";
import { blank, runCase } from "./run-case.js";
import type { PolicyReference, Suite, SuiteCase } from "./suite.js";

export interface RunOptions {
  /** Which engines must agree. */
  readonly engines: readonly EngineName[];
  /** The Kubernetes minor whose CEL is allowed, e.g. `1.30`. */
  readonly kubernetes: string;
  /** Told as soon as a case is done. */
  readonly onResult?: (result: TestResult) => void;
  /** Which cases to run; the others are left out of the results. */
  readonly select?: (one: SuiteCase, policy: PolicyUnderTest) => boolean;
  /** Makes objects what the API server would send. Default: by the engine, where there is one. */
  readonly admitting?: Admitting;
}

/** Runs the cases of all suites, one after the other. */
export async function runSuites(
  suites: readonly Suite[],
  policies: readonly PolicyUnderTest[],
  options: RunOptions,
): Promise<readonly TestResult[]> {
  // Node first: it is the reference, and the only one that knows where in the object a violation is.
  const engines = engineNames.filter((engine) => options.engines.includes(engine));
  const evaluators = new Map<PolicyUnderTest, Evaluators>();
  const results: TestResult[] = [];
  for (const suite of suites) {
    for (const one of suite.cases) {
      const policy = referredTo(one.policy, policies);
      if (policy !== undefined && options.select?.(one, policy) === false) continue;
      const own =
        policy === undefined
          ? undefined
          : (evaluators.get(policy) ?? evaluatorsOf(policy, options.kubernetes));
      if (policy !== undefined && own !== undefined) evaluators.set(policy, own);
      const result =
        policy === undefined || own === undefined
          ? withoutPolicy(one, suite.file)
          : await runCase(one, {
              suite: suite.file,
              policy,
              evaluators: own,
              engines,
              admitting: options.admitting ?? engineAdmitting,
            });
      results.push(result);
      options.onResult?.(result);
    }
  }
  return results;
}

function referredTo(
  reference: PolicyReference,
  policies: readonly PolicyUnderTest[],
): PolicyUnderTest | undefined {
  if (reference.kind === "constraint")
    return policies.find(({ constraintKind }) => constraintKind === reference.constraintKind);
  return policies.find(({ file }) => resolve(file) === resolve(reference.file));
}

/** Someone else's suite may well be about someone else's policies; our own must have one. */
function withoutPolicy(one: SuiteCase, suite: string): TestResult {
  const { policy } = one;
  if (policy.kind === "constraint") {
    const result = blank(one, { suite, policy: { name: policy.constraintKind } });
    return {
      ...result,
      outcome: "skipped",
      details: [`no policy of this project is a ${policy.constraintKind}`],
    };
  }
  const result = blank(one, { suite, policy: { name: policy.file } });
  return { ...result, diagnostics: [...result.diagnostics, noSuchPolicy(policy.span, policy.file)] };
}

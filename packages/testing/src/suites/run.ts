import { resolve } from "node:path";
import { startOf } from "@policyc/diagnostics";
import { type Admitting, engineAdmitting } from "../evaluators/admit.js";
import { type EngineName, engineNames } from "../evaluators/evaluator.js";
import { noSuchPolicy } from "./diagnostics/suite.js";
import { inContext } from "./kyverno/context-values.js";
import { type Named, policyNamed } from "./kyverno/named.js";
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

/** Runs the cases of all suites, one after the other. A suite that cannot be read whole is a result of its own. */
export async function runSuites(
  suites: readonly Suite[],
  policies: readonly PolicyUnderTest[],
  options: RunOptions,
): Promise<readonly TestResult[]> {
  const run = caseRunner(policies, options);
  const results: TestResult[] = [];
  const done = (result: TestResult): void => {
    results.push(result);
    options.onResult?.(result);
  };
  for (const suite of suites) {
    if (suite.diagnostics.length > 0) done(brokenSuite(suite));
    for (const one of suite.cases) {
      const result = await run(one, suite.file);
      if (result !== undefined) done(result);
    }
  }
  return results;
}

/** Runs a case with its policy; nothing comes of one that was not selected. */
function caseRunner(
  policies: readonly PolicyUnderTest[],
  options: RunOptions,
): (one: SuiteCase, suite: string) => Promise<TestResult | undefined> {
  // Node first: it is the reference, and the only one that knows where in the object a violation is.
  const engines = engineNames.filter((engine) => options.engines.includes(engine));
  const made = new Map<PolicyUnderTest, Evaluators>();
  return async (one, suite) => {
    const found = referredTo(one.policy, policies);
    if (!("policy" in found)) return withoutPolicy(one, suite, found.because);
    const { policy } = found;
    if (options.select?.(one, policy) === false) return undefined;
    const evaluators = made.get(policy) ?? evaluatorsOf(policy, options.kubernetes);
    made.set(policy, evaluators);
    return runCase(inContext(one, policy), {
      suite,
      policy,
      evaluators,
      engines,
      admitting: options.admitting ?? engineAdmitting,
    });
  };
}

function brokenSuite({ file, diagnostics }: Suite): TestResult {
  return {
    policy: "",
    suite: file,
    case: "the suite itself",
    span: startOf(file),
    outcome: "broken",
    engines: [],
    ms: 0,
    details: [],
    diagnostics,
    violations: [],
  };
}

function referredTo(reference: PolicyReference, policies: readonly PolicyUnderTest[]): Named {
  switch (reference.kind) {
    case "kyverno":
      return policyNamed(reference, policies);
    case "constraint": {
      const kind = reference.constraintKind;
      const policy = policies.find(({ constraintKind }) => constraintKind === kind);
      return policy === undefined ? { because: `no policy of this project is a ${kind}` } : { policy };
    }
    case "file": {
      const policy = policies.find(({ file }) => resolve(file) === resolve(reference.file));
      return policy === undefined ? { because: `${reference.file} is not a policy` } : { policy };
    }
  }
}

/** Someone else's suite may well be about someone else's policies; our own, and a result by name, must have one. */
function withoutPolicy(one: SuiteCase, suite: string, because: string): TestResult {
  const { policy } = one;
  switch (policy.kind) {
    case "constraint": {
      const result = blank(one, { suite, policy: { name: policy.constraintKind } });
      return { ...result, outcome: "skipped", details: [because] };
    }
    case "kyverno": {
      const result = blank(one, { suite, policy: { name: policy.policy } });
      return one.skip === undefined
        ? { ...result, outcome: "failed", details: [because] }
        : { ...result, outcome: "skipped", details: [one.skip] };
    }
    case "file": {
      const result = blank(one, { suite, policy: { name: policy.file } });
      return { ...result, diagnostics: [...result.diagnostics, noSuchPolicy(policy.span, policy.file)] };
    }
  }
}

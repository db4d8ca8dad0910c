import { Collector, type Diagnostic } from "@policyc/diagnostics";
import type { Admitting } from "../evaluators/admit.js";
import { agreement } from "../evaluators/agreement.js";
import { NotEmitted } from "../evaluators/emitted.js";
import type { EngineName, Params, Question } from "../evaluators/evaluator.js";
import { PolicyNotLoadable } from "../evaluators/policy-module.js";
import { type Inventory, inventoryOf } from "../fixtures/inventory.js";
import { type AdmissionRequest, admittedRequest, type Fixture } from "../fixtures/request.js";
import { matches } from "../matching/matches.js";
import { notAPolicy, predicateThrew } from "./diagnostics/suite.js";
import { disappointments, uncounted } from "./expectation.js";
import { parameterProblems } from "./parameters.js";
import type { Evaluators, PolicyUnderTest } from "./policy-under-test.js";
import type { EngineRun, LocatedViolation, TestResult } from "./result.js";
import type { FixtureSource, SuiteCase } from "./suite.js";

export interface CaseRun {
  readonly suite: string;
  readonly policy: PolicyUnderTest;
  readonly evaluators: Evaluators;
  readonly engines: readonly EngineName[];
  readonly admitting: Admitting;
}

/** Runs one case on every engine: each must give the same verdict, and the verdict must be the expected one. */
export async function runCase(one: SuiteCase, run: CaseRun): Promise<TestResult> {
  const started = performance.now();
  const outcome = await outcomeOf(one, run);
  return { ...blank(one, run), ...outcome, ms: performance.now() - started };
}

/** The result of a case before anything has run. */
export function blank(
  one: SuiteCase,
  { suite, policy }: { readonly suite: string; readonly policy: { readonly name: string } },
): TestResult {
  const { name, span, diagnostics } = one;
  return {
    policy: policy.name,
    suite,
    case: name,
    span,
    outcome: "broken",
    engines: [],
    ms: 0,
    details: [],
    diagnostics,
    violations: [],
  };
}

async function outcomeOf(one: SuiteCase, run: CaseRun): Promise<Partial<TestResult>> {
  if (one.skip !== undefined) return { outcome: "skipped", details: [one.skip] };
  const { policy } = run;
  const { values, locate, complete } = one.params;
  const params: Params = complete ? values : { ...policy.parameters.defaults, ...values };
  const problems = parameterProblems(
    { values: params, locate, unknown: complete ? "ignore" : "refuse" },
    policy.parameters.schema,
  );
  if (one.fixture === undefined || one.diagnostics.length > 0 || problems.length > 0)
    return { diagnostics: [...one.diagnostics, ...problems] };
  const collector = new Collector();
  const fixture = one.fixture.fixture(policy.match.kinds, collector);
  if (fixture === undefined) return { diagnostics: collector.diagnostics };
  if (one.mustMatch === true) {
    const applicable = matches(policy.match, fixture.request, policy.exclusions);
    if (!applicable.matches)
      return { outcome: "failed", details: [`the policy was not asked: ${applicable.because}`] };
  }
  const asked = enginesFor(fixture, run);
  const unreachable = policy.unreachable?.["vap"];
  if (asked.length === 0 && unreachable !== undefined)
    return { outcome: "skipped", details: [`cel: ${unreachable}`] };
  const engines: EngineRun[] = [];
  try {
    const request = await evaluatedRequest(fixture.request, one.fixture, run.admitting);
    const { constraintMatch } = one;
    const question: Question = {
      request,
      params,
      inventory: await inventoryFor(one, one.fixture, run),
      ...(constraintMatch === undefined ? {} : { constraintMatch }),
    };
    for (const engine of asked) engines.push(await runEngine(engine, question, run.evaluators));
  } catch (error) {
    return { engines, diagnostics: [failure(error, asked[engines.length] ?? "js", one)] };
  }
  return judged(one, engines, fixture, run);
}

/**
 * CEL is spoken by clusters alone: it has nothing to say of a document, nor of a policy that looks at nothing else,
 * nor of one that a ValidatingAdmissionPolicy cannot say.
 */
function enginesFor({ about }: Fixture, { engines, policy }: CaseRun): readonly EngineName[] {
  const inCluster = policy.match.kinds.some(({ document }) => document === undefined);
  const isSaid = about !== "document" && inCluster && policy.unreachable?.["vap"] === undefined;
  return !isSaid ? engines.filter((engine) => engine !== "cel") : engines;
}

async function evaluatedRequest(
  request: AdmissionRequest,
  { evaluated }: FixtureSource,
  admitting: Admitting,
): Promise<AdmissionRequest> {
  if (evaluated === "raw") return request;
  const objects = [request.object, request.oldObject].filter((object) => object !== undefined);
  return admittedRequest(request, await admitting(objects));
}

async function inventoryFor(
  { inventory = [] }: SuiteCase,
  { evaluated }: FixtureSource,
  { admitting, policy }: CaseRun,
): Promise<Inventory> {
  if (evaluated === "raw") return inventory.map(({ object }) => object);
  const admit = await admitting(inventory.map(({ object }) => object));
  return inventoryOf(inventory, { admit, kinds: policy.match.kinds });
}

async function runEngine(engine: EngineName, question: Question, evaluators: Evaluators): Promise<EngineRun> {
  const evaluator = await evaluators(engine, question.params);
  const started = performance.now();
  const verdict = await evaluator.evaluate(question);
  return { engine, verdict, ms: performance.now() - started };
}

function failure(error: unknown, engine: EngineName, { span }: SuiteCase): Diagnostic {
  if (!(error instanceof Error)) throw error;
  if (error instanceof PolicyNotLoadable || error instanceof NotEmitted)
    return notAPolicy(span, error.message);
  if (error.name === "EngineMissing") throw error;
  return predicateThrew(span, engine, error.message);
}

function judged(
  one: SuiteCase,
  engines: readonly EngineRun[],
  fixture: Fixture,
  { policy }: CaseRun,
): Partial<TestResult> {
  const [first] = engines;
  if (first === undefined) return { outcome: "skipped", details: ["no engine was asked"] };
  const agreed = agreement(engines);
  // CEL joins its messages, so that alone it cannot be held to a number of violations.
  const expectations = first.engine === "cel" ? one.expectations.map(uncounted) : one.expectations;
  const found = agreed.agrees ? disappointments(first.verdict, expectations) : [agreed.table];
  const asked = matches(policy.match, fixture.request, policy.exclusions);
  const details =
    found.length === 0 || asked.matches ? found : [...found, `the policy was not asked: ${asked.because}`];
  return {
    engines,
    details,
    outcome: details.length === 0 ? "passed" : "failed",
    violations: located(first, fixture),
  };
}

function located({ verdict }: EngineRun, fixture: Fixture): readonly LocatedViolation[] {
  return verdict.violations.map(({ message, at }) =>
    at === undefined ? { message } : { message, span: fixture.locate(at) },
  );
}

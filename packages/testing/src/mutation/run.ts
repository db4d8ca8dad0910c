import type { Span } from "@policyc/diagnostics";
import type { Policy } from "@policyc/ir";
import { type Admitting, engineAdmitting } from "../evaluators/admit.js";
import type { Evaluator, Question } from "../evaluators/evaluator.js";
import { disappointments } from "../suites/expectation.js";
import type { PolicyUnderTest } from "../suites/policy-under-test.js";
import { runCase } from "../suites/run-case.js";
import type { Expectation, Suite } from "../suites/suite.js";
import { evaluatorsOfVariants, regoOf, textOf } from "./compile.js";
import { type Mutant, mutantsOf } from "./mutants.js";

export interface MutationRun {
  readonly policy: Policy;
  /** The same policy as its suite knows it. */
  readonly underTest: PolicyUnderTest;
  readonly suites: readonly Suite[];
  readonly isOwn: (span: Span) => boolean;
  readonly admitting?: Admitting;
}

/** What the suite made of the mutants of a policy. */
export interface MutationResult {
  readonly policy: string;
  /** Cases that were asked. */
  readonly cases: number;
  /** Mutants that differ from the policy, and from each other. */
  readonly mutants: number;
  readonly survivors: readonly Mutant[];
  /** Those that some case told from the policy. */
  readonly killed: readonly Mutant[];
  /** Cases that the policy itself fails: until they are mended the suite says nothing of mutants. */
  readonly failing: readonly string[];
}

/** Asks every case about every mutant: one that no case tells from the policy survives. */
export async function runMutation(run: MutationRun): Promise<MutationResult> {
  const { policy } = run;
  const original = regoOf(policy);
  const blank = { policy: policy.name, cases: 0, mutants: 0, survivors: [], killed: [], failing: [] };
  if (original === undefined) return blank;
  const [reference] = await evaluatorsOfVariants([original]);
  if (reference === undefined) return blank;
  const { asked, failing } = await askedCases(run, reference);
  if (failing.length > 0) return { ...blank, cases: asked.length, failing };
  const variants = distinct(mutantsOf(policy, run.isOwn), textOf(original));
  const evaluators = await evaluatorsOfVariants(variants.map(({ rego }) => rego));
  const survives = variants.map((_, index) => {
    const evaluator = evaluators[index];
    return evaluator !== undefined && asked.every((one) => isContent(one, evaluator));
  });
  const where = (answer: boolean): readonly Mutant[] =>
    variants.filter((_, index) => survives[index] === answer).map(({ mutant }) => mutant);
  return {
    ...blank,
    cases: asked.length,
    mutants: variants.length,
    survivors: where(true),
    killed: where(false),
  };
}

interface Asked {
  readonly question: Question;
  readonly expectations: readonly Expectation[];
}

/** The questions that the cases ask, noted while the policy itself answers them. */
async function askedCases(
  { underTest, suites, admitting = engineAdmitting }: MutationRun,
  reference: Evaluator,
): Promise<{ readonly asked: readonly Asked[]; readonly failing: readonly string[] }> {
  const asked: Asked[] = [];
  const failing: string[] = [];
  for (const { file, cases } of suites) {
    for (const one of cases) {
      const noting: Evaluator = {
        engine: "wasm",
        evaluate: (question) => {
          asked.push({ question, expectations: one.expectations });
          return reference.evaluate(question);
        },
      };
      const evaluators = async () => noting;
      const { outcome } = await runCase(one, {
        suite: file,
        policy: underTest,
        evaluators,
        engines: ["wasm"],
        admitting,
      });
      if (outcome === "failed" || outcome === "broken") failing.push(one.name);
    }
  }
  return { asked, failing };
}

/** A mutant that fails, in whatever way, instead of giving a verdict has been noticed. */
function isContent({ question, expectations }: Asked, { evaluate }: Evaluator): boolean {
  try {
    return disappointments(evaluate(question), expectations).length === 0;
  } catch {
    return false;
  }
}

interface Variant {
  readonly mutant: Mutant;
  readonly rego: NonNullable<ReturnType<typeof regoOf>>;
}

/** Mutants whose Rego is the policy's own, or that of another mutant, are no mutants. */
function distinct(mutants: readonly Mutant[], original: string): readonly Variant[] {
  const seen = new Set([original]);
  return mutants.flatMap((mutant) => {
    const rego = regoOf(mutant.policy);
    if (rego === undefined || seen.has(textOf(rego))) return [];
    seen.add(textOf(rego));
    return [{ mutant, rego }];
  });
}

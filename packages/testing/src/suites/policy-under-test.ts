import type { EmittedFile } from "@policyc/compiler";
import type { KyvernoNames, Match, Parameters, Policy } from "@policyc/ir";
import { celEvaluator } from "../evaluators/cel.js";
import type { EngineName, Evaluator, Params } from "../evaluators/evaluator.js";
import { javascriptEvaluator } from "../evaluators/javascript.js";
import { importPolicy } from "../evaluators/policy-module.js";
import { opaEvaluator, wasmEvaluator } from "../evaluators/rego.js";
import { canonicalJson } from "../fixtures/json.js";
import type { Exclusions } from "../matching/matches.js";

/** A policy of the project, as far as running its tests needs to know it. */
export interface PolicyUnderTest {
  readonly name: string;
  /** `policy.ts`, by the path that suites lead to. */
  readonly file: string;
  readonly constraintKind: string;
  /** What Kyverno calls it, where that is not its name. */
  readonly kyverno?: KyvernoNames;
  readonly match: Match;
  readonly parameters: Parameters;
  readonly exclusions?: Exclusions;
  /** Why a target cannot have the policy: the engine that reads its manifests is not asked. */
  readonly unreachable?: Policy["unreachable"];
  /** What `build` writes for this policy with these parameters. Asked once for the same parameters. */
  readonly emit: (params: Params) => readonly EmittedFile[] | Promise<readonly EmittedFile[]>;
}

/** Gives the evaluator of an engine for given parameters; what can be shared between cases is. */
export type Evaluators = (engine: EngineName, params: Params) => Promise<Evaluator>;

/** The evaluators of one policy. `kubernetes` is the minor whose CEL is allowed, e.g. `1.30`. */
export function evaluatorsOf(policy: PolicyUnderTest, kubernetes: string): Evaluators {
  const emitted = remembered((params: Params) => Promise.resolve(policy.emit(params)), canonicalJson);
  const defaults = () => emitted(policy.parameters.defaults);
  const { match, exclusions, constraintKind } = policy;
  const make = {
    js: async () =>
      javascriptEvaluator(await importPolicy(policy.file), {
        match,
        ...(exclusions === undefined ? {} : { exclusions }),
      }),
    wasm: async () => wasmEvaluator(await defaults(), constraintKind),
    opa: async () => opaEvaluator(await defaults(), constraintKind),
    cel: async (params) => celEvaluator(await emitted(params), policy.name, kubernetes),
  } satisfies { [E in EngineName]: (params: Params) => Promise<Evaluator> };
  // Only CEL has the parameters in its text.
  const evaluator = remembered(
    ([engine, params]: readonly [EngineName, Params]) => make[engine](params),
    ([engine, params]) => (engine === "cel" ? `cel ${canonicalJson(params)}` : engine),
  );
  return (engine, params) => evaluator([engine, params]);
}

function remembered<Key, Value>(
  make: (key: Key) => Promise<Value>,
  name: (key: Key) => string,
): (key: Key) => Promise<Value> {
  const made = new Map<string, Promise<Value>>();
  return (key) => {
    const known = made.get(name(key)) ?? make(key);
    made.set(name(key), known);
    return known;
  };
}

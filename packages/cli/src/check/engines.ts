import {
  celEvaluator,
  type EngineName,
  type Evaluator,
  importBundle,
  javascriptEvaluator,
  opaEvaluatorOf,
  sharedWasmEvaluators,
} from "@policyc/testing";
import type { BundledPolicy, OpenBundle } from "../bundles/bundle.js";

/** The evaluators of a policy, Node's first: it knows where in an object a violation is. */
export type Evaluators = (policy: BundledPolicy) => Promise<readonly Evaluator[]>;

/** Makes the evaluators of all policies; those of an engine that is slow to start only when a policy is asked. */
export async function evaluatorsOf(bundle: OpenBundle, engines: readonly EngineName[]): Promise<Evaluators> {
  const javascript = await javascriptOf(bundle);
  const wasm = engines.includes("wasm") ? await wasmOf(bundle) : undefined;
  const made = new Map<string, Promise<readonly Evaluator[]>>();
  const make = async (policy: BundledPolicy): Promise<readonly Evaluator[]> => {
    const compiled = wasm?.get(policy.gatekeeper.kind);
    return [
      javascript(policy),
      ...(compiled === undefined ? [] : [compiled]),
      ...(engines.includes("opa") ? [await opaEvaluatorOf(policy.gatekeeper)] : []),
      ...(engines.includes("cel") && policy.vap !== undefined ? [await celOf(policy, policy.vap)] : []),
    ];
  };
  return (policy) => {
    const known = made.get(policy.name) ?? make(policy);
    made.set(policy.name, known);
    return known;
  };
}

async function javascriptOf(bundle: OpenBundle): Promise<(policy: BundledPolicy) => Evaluator> {
  const predicates = await importBundle(await bundle.javascript());
  const byName = new Map(predicates.map((predicate) => [predicate.name, predicate]));
  return ({ name, match, exclusions }) => {
    const predicate = byName.get(name);
    if (predicate === undefined) throw new Error(`the bundle has no predicate of \`${name}\``);
    return javascriptEvaluator(predicate, { match, exclusions });
  };
}

async function wasmOf(bundle: OpenBundle): Promise<ReadonlyMap<string, Evaluator>> {
  return sharedWasmEvaluators(
    bundle.policies.map(({ gatekeeper }) => gatekeeper),
    await bundle.wasm(),
  );
}

function celOf(policy: BundledPolicy, text: string): Promise<Evaluator> {
  const file = { path: `vap/${policy.name}.yaml`, text };
  return celEvaluator([file], policy.name, policy.minKubernetes);
}

import { type CelDialect, type Engine, EngineError, loadPolicyWasm, type RegoModule } from "@policyc/engine";
import {
  admissionPolicySpec,
  celEvaluatorOf,
  compileCel,
  type Evaluator,
  type GatekeeperPolicy,
  gatekeeperPolicy,
  hostFunctions,
  type Inventory,
  inventoryTree,
  type JsonObject,
  javascriptEvaluator,
  regoEvaluator,
  type Violations,
} from "@policyc/testing";
import { listed } from "../../language/support/listed.js";
import type { Divergence } from "./batch.js";
import type { Compiled } from "./compiled.js";
import { clock, type Times } from "./times.js";

interface Loaded {
  readonly evaluators: ReadonlyMap<string, readonly Evaluator[]>;
  /** To be called before another request is asked about. */
  readonly forget: () => void;
}

interface Loading {
  readonly engine: Engine;
  /** Gathers what does not load. */
  readonly found: Divergence[];
  readonly times: Times;
}

interface Emitted {
  readonly compiled: Compiled;
  readonly rego: GatekeeperPolicy;
}

/** The evaluators of each policy. */
export async function load(compiled: readonly Compiled[], loading: Loading): Promise<Loaded> {
  const emitted = compiled.map((each) => ({
    compiled: each,
    rego: gatekeeperPolicy(each.gatekeeper, each.source.policy.constraintKind),
  }));
  const sound = emitted.filter((each) => isSound(each, loading));
  const nothing = { evaluators: new Map(), forget: () => {} };
  if (sound.length === 0) return nothing;
  try {
    const { inWasm, inOpa } = await together(sound, loading);
    const evaluators = sound.map(({ compiled: one, rego }) => {
      const { name, source, reference } = one;
      const inRego = [
        regoEvaluator("wasm", rego, inWasm.of(name)),
        regoEvaluator("opa", rego, inOpa.of(name)),
      ];
      const inJavaScript = javascriptEvaluator(reference, { match: source.policy.match });
      return [name, [inJavaScript, ...inRego, ...inCel(one, loading)]] as const;
    });
    const forget = () => {
      inWasm.forget();
      inOpa.forget();
    };
    return { evaluators: new Map(evaluators), forget };
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    // Which of them it was is found by halves.
    const kind = sound.length === 1 ? "emitted" : "fails";
    for (const { compiled: one } of sound) loading.found.push({ name: one.name, kind, text: error.message });
    return nothing;
  }
}

/** What `opa check --strict` says of a policy is a finding. */
function isSound({ compiled: { name }, rego }: Emitted, { engine, found, times }: Loading): boolean {
  const [problem] = clock(times)("check Rego", () => engine.checkRego(rego.modules));
  if (problem === undefined) return true;
  found.push({ name, kind: "emitted", text: `opa check --strict: ${problem.message}` });
  return false;
}

function inCel(
  { name, source, vap, readsOthers }: Compiled,
  { engine, found, times }: Loading,
): readonly Evaluator[] {
  if (vap.length === 0) return [];
  const spec = admissionPolicySpec(vap, name);
  // Kyverno brings the library of the Kubernetes that it is built with.
  const kubernetes = readsOthers ? "1.35" : (source.policy.minKubernetes ?? "1.30");
  const read = (dialect: CelDialect) =>
    celEvaluatorOf(
      spec,
      clock(times)("load CEL", () => compileCel(engine, spec, kubernetes, dialect)),
    );
  try {
    const evaluators = [read("kubernetes"), read("kyverno")];
    return readsOthers ? evaluators.map(givenOthers) : evaluators;
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    found.push({ name, kind: "emitted", text: error.message });
    return [];
  }
}

/** The policy finds the other objects in the old one. */
function givenOthers({ engine, evaluate }: Evaluator): Evaluator {
  return {
    engine,
    evaluate: (question) => {
      const { request, inventory = [] } = question;
      const oldObject = { apiVersion: "v1", kind: "List", ...request.oldObject, listed: listed(inventory) };
      return evaluate({ ...question, request: { ...request, oldObject } });
    },
  };
}

const query = "fuzz_batch";

interface Together {
  readonly inWasm: Remembered;
  readonly inOpa: Remembered;
}

/** All policies in one module, of which one evaluation answers for all. */
async function together(sound: readonly Emitted[], { engine, times }: Loading): Promise<Together> {
  const timed = clock(times);
  const bytes = timed("load WASM", () => engine.compileRego(modulesOf(sound, ""), [`${query}/violations`]));
  const started = performance.now();
  const wasm = await loadPolicyWasm(bytes, hostFunctions);
  times.add("load WASM", performance.now() - started);
  // Loaded data would have to be loaded again for each request.
  const modules = modulesOf(sound, " with data.inventory as input.inventory");
  const opa = timed("load OPA", () => engine.prepareRego(modules, `data.${query}.violations`));
  return {
    inWasm: remembered((input, inventory) =>
      wasm.evaluate(input, `${query}/violations`, { inventory: inventoryTree(inventory) }),
    ),
    inOpa: remembered((input, inventory) => opa({ ...input, inventory: inventoryTree(inventory) })),
  };
}

function modulesOf(sound: readonly Emitted[], given: string): readonly RegoModule[] {
  const rules = sound.map(
    ({ compiled: { name, readsOthers }, rego: { packageName } }) =>
      `violations[name] := found if {\n\tname := "${name}"\n\tfound := data.${packageName}.violation${readsOthers ? given : ""}\n}`,
  );
  // Libraries that policies share are the same text in each of them.
  const shared = new Map(sound.flatMap(({ rego }) => rego.modules).map((module) => [module.text, module]));
  const entry = { path: "entry.rego", text: [`package ${query}`, ...rules].join("\n\n") };
  return [...shared.values(), entry];
}

interface Remembered {
  readonly of: (name: string) => Violations;
  readonly forget: () => void;
}

/** One evaluation answers for all policies of the batch until the next request. */
function remembered(evaluate: Violations): Remembered {
  let known: { readonly answers: ReadonlyMap<string, unknown> } | { readonly error: unknown } | undefined;
  const asked = (input: JsonObject, inventory: Inventory) => {
    try {
      return { answers: new Map(Object.entries(Object(evaluate(input, inventory)))) };
    } catch (error) {
      return { error };
    }
  };
  return {
    of: (name) => (input, inventory) => {
      known ??= asked(input, inventory);
      if ("answers" in known) return known.answers.get(name);
      throw known.error;
    },
    forget: () => {
      known = undefined;
    },
  };
}

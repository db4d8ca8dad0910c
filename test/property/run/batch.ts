import { EngineError, loadEngine, loadPolicyWasm } from "@policyc/engine";
import {
  type AdmissionRequest,
  agreement,
  celEvaluator,
  type EngineVerdict,
  type Evaluator,
  gatekeeperPolicy,
  hostFunctions,
  type JsonObject,
  javascriptEvaluator,
  opaEvaluator,
  type Params,
  regoEvaluator,
  type Violations,
  wasmEvaluator,
} from "@policyc/testing";
import { type Compiled, compile, type Source } from "./compiled.js";
import { clock, type Times } from "./times.js";

/** Engines that say different things, or a failure of one of them. */
export interface Divergence {
  readonly name: string;
  readonly kind: "differs" | "crash" | "emitted" | "fails";
  readonly text: string;
  /** Which of the batch's requests; absent where none was asked. */
  readonly request?: number;
}

export interface BatchResult {
  readonly pairs: number;
  readonly denied: number;
  readonly divergences: readonly Divergence[];
  readonly refused: ReadonlyMap<string, readonly string[]>;
  readonly notInCel: ReadonlyMap<string, readonly string[]>;
}

export interface Batch {
  readonly sources: readonly Source[];
  /** Nothing where the API server would not even decode the object. */
  readonly requests: readonly (AdmissionRequest | undefined)[];
  readonly params: Params;
  readonly times: Times;
}

/** Asks all engines about every policy and request. Policies are compiled together: one module, one project. */
export async function runBatch(batch: Batch): Promise<BatchResult> {
  const { sources } = batch;
  const result = await runTogether(batch);
  if (sources.length < 2 || result.divergences.every(({ kind }) => kind !== "fails")) return result;
  // One evaluation answers for all: which of them failed is found by halves.
  const half = Math.ceil(sources.length / 2);
  const parts = [sources.slice(0, half), sources.slice(half)];
  const [one, other] = [
    await runBatch({ ...batch, sources: parts[0] ?? [] }),
    await runBatch({ ...batch, sources: parts[1] ?? [] }),
  ];
  return {
    pairs: one.pairs + other.pairs,
    denied: one.denied + other.denied,
    divergences: [...one.divergences, ...other.divergences],
    refused: new Map([...one.refused, ...other.refused]),
    notInCel: new Map([...one.notInCel, ...other.notInCel]),
  };
}

async function runTogether({ sources, requests, params, times }: Batch): Promise<BatchResult> {
  const timed = clock(times);
  const compilation = timed("compile", () => compile(sources, params));
  const found: Divergence[] = compilation.crashed.map(({ name, error }) => ({
    name,
    kind: "crash",
    text: error,
  }));
  const { evaluators, forget } = await load(compilation.compiled, found, times);
  let pairs = 0;
  let denied = 0;
  requests.forEach((request, position) => {
    if (request === undefined) return;
    forget();
    for (const [name, asked] of evaluators) {
      if (found.some((each) => each.name === name)) continue;
      const { text, kind, isDenied } = ask(asked, request, { params, times });
      pairs++;
      if (isDenied) denied++;
      if (text !== undefined) found.push({ name, kind, text, request: position });
    }
  });
  return {
    pairs,
    denied,
    divergences: found,
    refused: reasons(compilation.refused),
    notInCel: reasons(compilation.notInCel),
  };
}

function reasons(
  refused: readonly {
    readonly name: string;
    readonly diagnostics: readonly { code: string; message: string }[];
  }[],
): ReadonlyMap<string, readonly string[]> {
  return new Map(
    refused.map(({ name, diagnostics }) => [
      name,
      diagnostics.map(({ code, message }) => `${code} ${message}`),
    ]),
  );
}

interface Answer {
  readonly kind: Divergence["kind"];
  readonly text: string | undefined;
  readonly isDenied: boolean;
}

function ask(
  evaluators: readonly Evaluator[],
  request: AdmissionRequest,
  { params, times }: { readonly params: Params; readonly times: Times },
): Answer {
  const verdicts: EngineVerdict[] = [];
  for (const { engine, evaluate } of evaluators) {
    try {
      verdicts.push({ engine, verdict: clock(times)(engine, () => evaluate({ request, params })) });
    } catch (error) {
      const said = error instanceof Error ? error.message : String(error);
      // What JavaScript itself cannot do has no meaning to agree on.
      if (engine === "js") return { kind: "fails", text: undefined, isDenied: false };
      return { kind: "fails", text: `${engine}: ${said}`, isDenied: false };
    }
  }
  const agreed = agreement(verdicts);
  const isDenied = verdicts[0]?.verdict.allowed === false;
  return { kind: "differs", text: agreed.agrees ? undefined : agreed.table, isDenied };
}

interface Loaded {
  readonly evaluators: ReadonlyMap<string, readonly Evaluator[]>;
  /** To be called before another request is asked about. */
  readonly forget: () => void;
}

const query = "fuzz_batch";

async function load(compiled: readonly Compiled[], found: Divergence[], times: Times): Promise<Loaded> {
  if (compiled.length === 0) return { evaluators: new Map(), forget: () => {} };
  const rego = await together(compiled, found, times);
  const evaluators = new Map<string, readonly Evaluator[]>();
  for (const { name, source, reference, gatekeeper, vap } of compiled) {
    const inRego = rego.of(name, gatekeeper, source.policy.constraintKind);
    try {
      const started = performance.now();
      const cel =
        vap.length === 0 ? [] : [await celEvaluator(vap, name, source.policy.minKubernetes ?? "1.30")];
      times.add("load CEL", performance.now() - started);
      evaluators.set(name, [
        javascriptEvaluator(reference, { match: source.policy.match }),
        ...(await inRego),
        ...cel,
      ]);
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error);
      found.push({ name, kind: "emitted", text });
    }
  }
  return { evaluators, forget: rego.forget };
}

interface Together {
  readonly of: (name: string, files: Compiled["gatekeeper"], kind: string) => Promise<readonly Evaluator[]>;
  readonly forget: () => void;
}

/** All policies in one module, of which one evaluation answers for all; singly where that does not compile. */
async function together(compiled: readonly Compiled[], found: Divergence[], times: Times): Promise<Together> {
  const policies = compiled.map(({ name, gatekeeper, source }) => ({
    name,
    policy: gatekeeperPolicy(gatekeeper, source.policy.constraintKind),
  }));
  const entry = [
    `package ${query}`,
    ...policies.map(
      ({ name, policy }) =>
        `violations[name] := found if {\n\tname := "${name}"\n\tfound := data.${policy.packageName}.violation\n}`,
    ),
  ].join("\n\n");
  // Libraries that policies share are the same text in each of them.
  const shared = new Map(
    policies.flatMap(({ policy }) => policy.modules).map((module) => [module.text, module]),
  );
  const modules = [...shared.values(), { path: "entry.rego", text: entry }];
  try {
    const started = performance.now();
    const engine = await loadEngine();
    const problems = engine.checkRego(modules.slice(0, -1));
    for (const { path, message } of problems) {
      const name = policies.find(({ policy }) => policy.modules.some((module) => module.path === path))?.name;
      found.push({ name: name ?? "", kind: "emitted", text: `opa check --strict: ${message}` });
    }
    const bytes = engine.compileRego(modules, [`${query}/violations`]);
    const wasm = await loadPolicyWasm(bytes, hostFunctions);
    times.add("load WASM", performance.now() - started);
    const beforeOpa = performance.now();
    const opa = engine.prepareRego(modules, `data.${query}.violations`);
    times.add("load OPA", performance.now() - beforeOpa);
    const inWasm = remembered((input) => wasm.evaluate(input, `${query}/violations`));
    const inOpa = remembered(opa);
    return {
      of: async (name, files, kind) => {
        const policy = gatekeeperPolicy(files, kind);
        return [regoEvaluator("wasm", policy, inWasm.of(name)), regoEvaluator("opa", policy, inOpa.of(name))];
      },
      forget: () => {
        inWasm.forget();
        inOpa.forget();
      },
    };
  } catch (error) {
    if (compiled.length > 1 || !(error instanceof EngineError)) {
      return {
        of: async (_, files, kind) => [await wasmEvaluator(files, kind), await opaEvaluator(files, kind)],
        forget: () => {},
      };
    }
    throw error;
  }
}

interface Remembered {
  readonly of: (name: string) => Violations;
  readonly forget: () => void;
}

/** One evaluation answers for all policies of the batch until the next request. */
function remembered(evaluate: (input: JsonObject) => unknown): Remembered {
  let known: { readonly answers: ReadonlyMap<string, unknown> } | { readonly error: unknown } | undefined;
  const asked = (input: JsonObject) => {
    try {
      return { answers: new Map(Object.entries(Object(evaluate(input)))) };
    } catch (error) {
      return { error };
    }
  };
  return {
    of: (name) => (input) => {
      known ??= asked(input);
      if ("answers" in known) return known.answers.get(name);
      throw known.error;
    },
    forget: () => {
      known = undefined;
    },
  };
}

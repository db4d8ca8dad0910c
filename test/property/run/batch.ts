import type { Engine } from "@policyc/engine";
import { agreement, type EngineVerdict, type Evaluator, type Params } from "@policyc/testing";
import type { Asked } from "../objects/requests.js";
import { compile, type Source } from "./compiled.js";
import { load } from "./load.js";
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
  readonly requests: readonly (Asked | undefined)[];
  readonly params: Params;
  readonly engine: Engine;
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

async function runTogether({ sources, requests, params, engine, times }: Batch): Promise<BatchResult> {
  const timed = clock(times);
  const compilation = timed("compile", () => compile(sources, params));
  const found: Divergence[] = compilation.crashed.map(({ name, error }) => ({
    name,
    kind: "crash",
    text: error,
  }));
  const { evaluators, forget } = await load(compilation.compiled, { engine, found, times });
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
  about: Asked,
  { params, times }: { readonly params: Params; readonly times: Times },
): Answer {
  const verdicts: EngineVerdict[] = [];
  for (const { engine, evaluate } of evaluators) {
    try {
      verdicts.push({ engine, verdict: clock(times)(engine, () => evaluate({ ...about, params })) });
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

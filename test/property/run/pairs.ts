import { type Engine, EngineError } from "@policyc/engine";
import type { Params } from "@policyc/testing";
import fc from "fast-check";
import { type Case, casesOf, parameterValues } from "../objects/cases.js";
import { type Asked, askedOf } from "../objects/requests.js";
import { kindNames } from "../objects/shapes.js";
import type { Subject } from "../objects/subjects.js";
import { moduleOf, type Program, programsOf } from "../programs/program.js";
import { type BatchResult, runBatch } from "./batch.js";
import { clock, type Times } from "./times.js";

/** How many of each a batch has: all programs are asked about all requests. */
export interface BatchSize {
  readonly programs: number;
  readonly objects: number;
}

/** Everything that is random about a batch. */
export interface Drawn {
  readonly kind: Subject;
  readonly programs: readonly Program[];
  readonly cases: readonly Case[];
  readonly params: Params;
}

/** Who writes the programs of a batch about a kind. */
export type WriteAbout = (kind: Subject, hasPositions: boolean) => fc.Arbitrary<Program>;

/** The same seed, the same batch. */
export function draw(
  seed: number,
  size: BatchSize,
  kinds: readonly Subject[] = kindNames,
  programs: WriteAbout = programsOf,
): Drawn {
  const kind = kinds[Math.abs(seed) % kinds.length] ?? "Pod";
  const hasPositions = seed % 2 === 0;
  const sampled = <T>(arbitrary: fc.Arbitrary<T>, numRuns: number): T[] =>
    fc.sample(arbitrary, { seed, numRuns });
  return {
    kind,
    programs: sampled(programs(kind, hasPositions), size.programs),
    cases: sampled(casesOf(kind, { bmpOnly: hasPositions }), size.objects),
    params: sampled(parameterValues, 1)[0] ?? {},
  };
}

export const nameOf = (position: number): string => `p${position}`;

/** What the API server cannot decode reaches no policy: shrinking cuts quantities in two. */
export function accepted(asked: Case, engine: Engine): Asked | undefined {
  try {
    return askedOf(asked, engine);
  } catch (error) {
    if (error instanceof EngineError) return undefined;
    throw error;
  }
}

/** Asks all engines about all of a batch. */
export async function runPairs(drawn: Drawn, engine: Engine, times: Times): Promise<BatchResult> {
  const { programs, cases, params } = drawn;
  const requests = clock(times)("admit", () => cases.map((each) => accepted(each, engine)));
  const sources = programs.map((program, position) => ({
    name: nameOf(position),
    text: moduleOf(program, nameOf(position)),
  }));
  return runBatch({ sources, requests, params, engine, times });
}

import type { Engine } from "@policyc/engine";
import type { Case } from "../objects/cases.js";
import type { KubernetesObject, Value } from "../objects/object.js";
import { elementOf, shapes } from "../objects/shapes.js";
import { smaller } from "../programs/piece.js";
import type { Program } from "../programs/program.js";
import type { Divergence } from "./batch.js";
import { type Drawn, nameOf, runPairs } from "./pairs.js";
import { times } from "./times.js";

/** A divergence with as little around it as shows it. */
export interface Finding {
  readonly program: Program;
  readonly case: Case | undefined;
  readonly params: Drawn["params"];
  readonly divergence: Divergence;
}

const together = 24;

/** A divergence with the program and the object that it is about. */
export function findingOf(drawn: Drawn, divergence: Divergence): Finding {
  const position = drawn.programs.findIndex((_, index) => nameOf(index) === divergence.name);
  const program = drawn.programs[position];
  if (program === undefined) throw new Error(`no program ${divergence.name}`);
  const asked = divergence.request === undefined ? undefined : drawn.cases[divergence.request];
  return { program, case: asked, params: drawn.params, divergence };
}

/** Makes a program and its object smaller as long as the engines still disagree. */
export async function shrink(finding: Finding, engine: Engine): Promise<Finding> {
  const withLessAround = await smallestCase(finding, engine);
  return smallestCase(await smallestProgram(withLessAround, engine), engine);
}

async function smallestProgram(start: Finding, engine: Engine): Promise<Finding> {
  let best = start;
  for (let isSmaller = true; isSmaller; ) {
    isSmaller = false;
    const candidates = smaller(best.program.source).map((source) => ({ ...best.program, source }));
    for (let from = 0; from < candidates.length && !isSmaller; from += together) {
      const programs = candidates.slice(from, from + together);
      const found = await firstThatDiverges(best, { programs, cases: [best.case] }, engine);
      if (found === undefined) continue;
      best = found;
      isSmaller = true;
    }
  }
  return best;
}

async function smallestCase(start: Finding, engine: Engine): Promise<Finding> {
  let best = start;
  for (let isSmaller = best.case !== undefined; isSmaller; ) {
    const candidates = best.case === undefined ? [] : smallerCases(best.case);
    const found = await firstThatDiverges(
      best,
      { programs: [best.program], cases: candidates.slice(0, 2000) },
      engine,
    );
    isSmaller = found !== undefined;
    best = found ?? best;
  }
  return best;
}

interface Candidates {
  readonly programs: readonly Program[];
  readonly cases: readonly (Case | undefined)[];
}

/** All programs about all cases; the first that shows the same kind of divergence. */
async function firstThatDiverges(
  best: Finding,
  { programs, cases }: Candidates,
  engine: Engine,
): Promise<Finding | undefined> {
  const drawn: Drawn = {
    kind: best.program.kind,
    programs,
    cases: cases.filter((each) => each !== undefined),
    params: best.params,
  };
  const { divergences } = await runPairs(drawn, engine, times());
  const found = divergences
    .filter(({ kind }) => kind === best.divergence.kind)
    .map((divergence) => ({
      divergence,
      at: programs.findIndex((_, index) => nameOf(index) === divergence.name),
    }))
    .sort((one, other) => one.at - other.at)[0];
  const program = programs[found?.at ?? -1];
  if (found === undefined || program === undefined) return undefined;
  const { request } = found.divergence;
  return {
    ...best,
    program,
    divergence: found.divergence,
    case: request === undefined ? best.case : drawn.cases[request],
  };
}

/** A request with less around its object, or in it. */
function smallerCases(asked: Case): readonly Case[] {
  const { userInfo, oldObject, ...rest } = asked;
  return [
    ...(userInfo === undefined ? [] : [{ ...rest, ...(oldObject === undefined ? {} : { oldObject }) }]),
    ...(oldObject === undefined ? [] : [{ ...rest, ...(userInfo === undefined ? {} : { userInfo }) }]),
    ...(oldObject === undefined
      ? []
      : smallerFields(oldObject, kindOf(oldObject)).map((less) => ({ ...asked, oldObject: less }))),
    ...smallerFields(asked.object, kindOf(asked.object)).map((object) => ({ ...asked, object })),
  ];
}

const kept: readonly string[] = ["apiVersion", "kind", "metadata", "name"];

/**
 * An object with one field less, or with less in one. Names and kinds stay, without which it is no object, and so does what
 * its kind requires: of an object that no API server takes the engines may say different things.
 */
function smallerFields(object: KubernetesObject, shape: string): readonly KubernetesObject[] {
  const fields = shapes.get(shape) ?? [];
  return Object.entries(object).flatMap(([name, value]) => {
    const field = fields.find((one) => one.name === name);
    return [
      ...(kept.includes(name) || field?.isRequired ? [] : [without(object, name)]),
      ...(name === "apiVersion" || name === "kind"
        ? []
        : smallerValues(value, field?.type ?? "").map((less) => ({ ...object, [name]: less }))),
    ];
  });
}

function smallerValues(value: Value, type: string): readonly Value[] {
  if (typeof value === "string") return value.length > 1 ? [value.slice(1), value.slice(0, -1)] : [];
  if (isList(value))
    return value.flatMap((item, position) => [
      value.filter((_, index) => index !== position),
      ...smallerValues(item, elementOf(type) ?? "").map((less) => value.with(position, less)),
    ]);
  return typeof value === "object" && value !== null ? smallerFields(value, type) : [];
}

function kindOf({ kind }: KubernetesObject): string {
  return typeof kind === "string" ? kind : "";
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

function without(object: KubernetesObject, field: string): KubernetesObject {
  return Object.fromEntries(Object.entries(object).filter(([name]) => name !== field));
}

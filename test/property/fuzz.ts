import type { Engine } from "@policyc/engine";
import { startNativeEngine } from "./engine/native.js";
import { isSketched, sketchedKinds } from "./expressions/kinds.js";
import { sketchesOf } from "./expressions/program.js";
import type { Case } from "./objects/cases.js";
import { subjects } from "./objects/subjects.js";
import { moduleOf, type Program, programsOf } from "./programs/program.js";
import type { BatchResult } from "./run/batch.js";
import { optionsOf } from "./run/options.js";
import { type Drawn, draw, nameOf, runPairs, type WriteAbout } from "./run/pairs.js";
import { finish, progressOf } from "./run/progress.js";
import { report } from "./run/report.js";
import { findingOf, shrink } from "./run/shrink.js";

/**
 * Random policies about random objects, on all engines: `pnpm fuzz --runs 100000 --seed 7`. The first divergence ends
 * it, smaller and as an entry of regressions; with `--findings 20` it goes on until so many, with `--raw` they are
 * printed as they were found. `--kind Widget` writes about one kind alone, `--only "inventory"` takes the programs that have it in
 * their text, `--refused "PC1023"` prints those that were refused for it. With `--expressions` it is
 * `pnpm fuzz:expressions`: small expressions in ordinary statements.
 */
const values = optionsOf({
  runs: { type: "string", default: "10000" },
  seed: { type: "string", default: String(Date.now() % 1_000_000) },
  programs: { type: "string", default: "160" },
  objects: { type: "string", default: "50" },
  findings: { type: "string", default: "1" },
  kind: { type: "string", default: "" },
  only: { type: "string", default: "" },
  refused: { type: "string", default: "" },
  expressions: { type: "boolean", default: false },
  raw: { type: "boolean", default: false },
});
const size = { programs: Number(values.programs), objects: Number(values.objects) };
const wanted = { pairs: Number(values.runs), findings: Number(values.findings) };
const seed = Number(values.seed);
const offered = values.expressions ? sketchedKinds : subjects;
const named = offered.filter((kind) => kind === values.kind);
const kinds = named.length > 0 ? named : offered;
const write: WriteAbout = values.expressions
  ? (kind) => sketchesOf(isSketched(kind) ? kind : "Pod")
  : programsOf;
const batchesPerEngine = 5;

const progress = progressOf();
for (let from = seed; isWanted(); from += batchesPerEngine) {
  const { engine, stop } = startNativeEngine();
  for (let batch = from; batch < from + batchesPerEngine && isWanted(); batch++) await run(batch, engine);
  stop();
}
finish(progress, seed);

function isWanted(): boolean {
  return progress.pairs() < wanted.pairs && progress.findings() < wanted.findings;
}

function refusedOf({ programs }: Drawn, { refused, notInCel }: BatchResult): readonly string[] {
  if (values.refused === "") return [];
  const reasons = programs.map((_, position) => [
    ...(refused.get(nameOf(position)) ?? []),
    ...(notInCel.get(nameOf(position)) ?? []),
  ]);
  return programs.flatMap((program, position) => {
    const reason = reasons[position]?.join("\n") ?? "";
    return new RegExp(values.refused).test(reason) ? [`${reason}\n${moduleOf(program, "refused")}`] : [];
  });
}

function isWritten(program: Program): boolean {
  return new RegExp(values.only).test(moduleOf(program, ""));
}

/** What objects inherit Node alone finds in the tables of a module: docs/language.md says so. */
function isReadAlike(one: Case): boolean {
  return !JSON.stringify(one).includes('"constructor"');
}

async function run(batch: number, engine: Engine): Promise<void> {
  const all = draw(batch, size, kinds, write);
  const cases = values.expressions ? all.cases.filter(isReadAlike) : all.cases;
  const drawn = { ...all, cases, programs: all.programs.filter(isWritten) };
  const result = await runPairs(drawn, engine, progress.times);
  for (const program of refusedOf(drawn, result)) process.stdout.write(`${program}\n\n`);
  const left = wanted.findings - progress.findings();
  progress.add(drawn.programs.length, result);
  process.stderr.write(`${progress.line()}\n`);
  for (const divergence of result.divergences.slice(0, left)) {
    const found = findingOf(drawn, divergence);
    const shown = values.raw ? found : await shrink(found, engine);
    process.stdout.write(`\nseed ${batch}: ${report(shown)}\n\n`);
  }
}

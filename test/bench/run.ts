/**
 * What is emitted against what a person would write: `pnpm bench:emitted [--rounds 5] [--iterations 200]`.
 * Exit code 1 where the two do not find the same, or where ours leaves the API server's budget; a ratio fails nothing,
 * since it belongs to the machine.
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Engine, loadEngine } from "@policyc/engine";
import { engineBinary, ensureEngines } from "../conformance/engines.js";
import { compareCel, decider, denials, isWithinBudget } from "./cel-bench.js";
import { startCostCounter } from "./cel-cost.js";
import { type Contest, contests } from "./contests.js";
import { emittedFor, textOf } from "./emitted.js";
import { compareTemplates } from "./gator-bench.js";
import type { Measured, Pace } from "./pace.js";
import { samplesOf } from "./samples.js";
import { differencesOf, type Row, rowsFail, rowText, tableHead } from "./table.js";

/** Of the large objects every tenth part is denied; of those that ask for the budget each. */
const SOME = 10;
const EACH = 1;
const NOTHING =
  "kind: ValidatingAdmissionPolicy\nspec: { failurePolicy: Fail, validations: [{ expression: 'true' }] }";

const { values } = parseArgs({ options: { rounds: { type: "string" }, iterations: { type: "string" } } });
const pace: Pace = { rounds: Number(values.rounds ?? 5), iterations: Number(values.iterations ?? 200) };
// A large object takes tens of times as long.
const fewer: Pace = { ...pace, iterations: Math.ceil(pace.iterations / 5) };
const report = (line: string): void => {
  process.stderr.write(`${line}\n`);
};
const gator = engineBinary(await ensureEngines(["gator"], report), "gator");
const engine = await loadEngine();
const counter = startCostCounter();
const rows: Row[] = [];
process.stdout.write(tableHead);
for (const contest of contests) {
  const row = {
    policy: contest.policy,
    ...(await regoOf(contest)),
    ...(await celOf(contest, engine)),
    ...(await costOf(contest)),
  };
  process.stdout.write(rowText(row));
  for (const line of differencesOf(row)) report(line);
  rows.push(row);
}
counter.stop();
process.exitCode = rowsFail(rows) ? 1 : 0;

async function regoOf(contest: Contest): Promise<Pick<Row, "rego" | "regoLarge">> {
  const files = emittedFor(contest);
  const folder = `gatekeeper/${contest.policy}`;
  const templates = {
    gator,
    ours: textOf(files, `${folder}/template.yaml`),
    byHand: await readFile(byHand(contest, "template.yaml"), "utf8"),
    constraint: textOf(files, `${folder}/constraint.yaml`),
  };
  return {
    rego: await compareTemplates({ ...templates, objects: samplesOf(contest) }, pace),
    regoLarge: await compareTemplates({ ...templates, objects: contest.large(SOME) }, fewer),
  };
}

async function celOf(contest: Contest, engine: Engine): Promise<Pick<Row, "cel" | "celLarge" | "inBudget">> {
  if (!contest.targets.includes("vap")) return {};
  const policies = {
    ours: decider(engine, textOf(emittedFor(contest), `vap/${contest.policy}.yaml`)),
    byHand: decider(engine, await readFile(byHand(contest, "policy.yaml"), "utf8")),
    nothing: decider(engine, NOTHING),
  };
  const objects = samplesOf(contest);
  const [ours, expected] = [denials(policies.ours, objects), denials(policies.byHand, objects)];
  const differ: Measured = { kind: "differ", ours, byHand: expected };
  const isSame = ours.length > 0 && ours.join("\n") === expected.join("\n");
  return {
    cel: isSame ? compareCel({ ...policies, objects }, pace) : differ,
    celLarge: compareCel({ ...policies, objects: contest.large(SOME) }, fewer),
    inBudget: isWithinBudget(policies.ours, contest.large(EACH)),
  };
}

async function costOf(contest: Contest): Promise<Pick<Row, "cost" | "costLarge">> {
  if (!contest.targets.includes("vap")) return {};
  const ours = textOf(emittedFor(contest), `vap/${contest.policy}.yaml`);
  const expected = await readFile(byHand(contest, "policy.yaml"), "utf8");
  return {
    cost: counter.compare(ours, expected, samplesOf(contest)),
    costLarge: counter.compare(ours, expected, contest.large(SOME)),
  };
}

function byHand({ policy }: Contest, file: string): string {
  return join(import.meta.dirname, "hand-written", policy, file);
}

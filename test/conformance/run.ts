import { resolve } from "node:path";
import { optionsOf } from "../property/run/options.js";
import { runConformance, type Selection, selections, usual } from "./conformance.js";
import { emit } from "./emit.js";
import { whatIsOutdated } from "./outdated.js";
import { printReport, ranCases } from "./report.js";

const report = (line: string): void => {
  process.stderr.write(`${line}\n`);
};
const values = optionsOf({
  dist: { type: "string" },
  only: { type: "string" },
  matches: { type: "string" },
});
const matches = seedOf(values.matches);
const only = selectionsOf(values.only ?? usual.join(","));
const root = resolve(import.meta.dirname, "../..");
const dist = resolve(values.dist ?? resolve(root, "dist"));
const outdated = values.dist === undefined && matches === undefined ? await whatIsOutdated(root) : undefined;
if (outdated !== undefined) {
  report(outdated);
  process.exit(2);
}
const outcomes = await runConformance({ dist, only, emit, matches, report });
process.stdout.write(printReport(outcomes));

// An engine that answered nothing has proved nothing, whatever the others said.
const silent = only.filter((name) => !hasAnswered(name));
for (const name of silent) report(`${name}: no case ran`);
const failed = outcomes.some((one) => one.kind === "disagrees") || silent.length > 0;
process.exitCode = failed ? 1 : 0;

function hasAnswered(name: Selection): boolean {
  const own = outcomes.filter((one) => one.engine === name && one.kind !== "skipped");
  // Without upstream suites the API server still judges the emitted objects.
  const judged =
    name === "vap" && own.length === 0 ? outcomes.filter((one) => one.engine === "api-server") : own;
  return ranCases(judged).length > 0;
}

function seedOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d{1,6}$/.test(text)) return Number(text);
  report(`\`${text}\` is no seed: use --matches with a number of up to six digits`);
  return process.exit(2);
}

function selectionsOf(list: string): readonly Selection[] {
  return list.split(",").map((name) => {
    const known = selections.find((selection) => selection === name);
    if (known !== undefined) return known;
    report(`\`${name}\` is no engine: use --only with some of ${selections.join(", ")}`);
    return process.exit(2);
  });
}

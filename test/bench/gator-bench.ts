import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { stringify } from "yaml";
import { runCommand } from "../conformance/command.js";
import { at, type JsonObject, listOf, textOf } from "../conformance/json.js";
import { withTemporaryFolder } from "../conformance/temporary.js";
import type { Measured, Pace } from "./pace.js";

/** The two templates that are held against each other, and what both are asked. */
export interface TemplateContest {
  readonly gator: string;
  readonly ours: string;
  readonly byHand: string;
  readonly constraint: string;
  readonly objects: readonly JsonObject[];
}

/** The mean latency of a review with our template over that with the other; both must find the same. */
export function compareTemplates(contest: TemplateContest, pace: Pace): Promise<Measured> {
  return withTemporaryFolder(async (folder) => {
    const write = async (name: string, text: string): Promise<string> => {
      await writeFile(join(folder, name), text);
      return join(folder, name);
    };
    const objects = await write("objects.yaml", contest.objects.map((one) => stringify(one)).join("---\n"));
    const constraint = await write("constraint.yaml", contest.constraint);
    const ours = [await write("ours.yaml", contest.ours), constraint, objects];
    const byHand = [await write("by-hand.yaml", contest.byHand), constraint, objects];
    const [found, expected] = [
      await violations(contest.gator, ours),
      await violations(contest.gator, byHand),
    ];
    if (found.length === 0 || found.join("\n") !== expected.join("\n"))
      return { kind: "differ", ours: found, byHand: expected };
    const means = { ours: Number.POSITIVE_INFINITY, byHand: Number.POSITIVE_INFINITY };
    // They take turns, and the least disturbed round counts: other work on the machine only ever adds.
    for (let round = 0; round < pace.rounds; round++) {
      means.ours = Math.min(means.ours, await meanOf(contest.gator, ours, pace));
      means.byHand = Math.min(means.byHand, await meanOf(contest.gator, byHand, pace));
    }
    return { kind: "ratio", ratio: means.ours / means.byHand };
  });
}

const flags = (files: readonly string[]): readonly string[] => files.flatMap((file) => ["--filename", file]);

async function violations(gator: string, files: readonly string[]): Promise<readonly string[]> {
  const answer = await runCommand(gator, ["test", "--output=json", ...flags(files)]);
  // Exit code 1 is both "there are violations" and "this does not load"; only the first has JSON.
  if (!answer.stdout.trim().startsWith("[")) throw new Error(`gator test: ${answer.stderr || answer.stdout}`);
  const results: unknown = JSON.parse(answer.stdout);
  return listOf(results)
    .map((result) => textOf(at(result, "msg")))
    .sort();
}

async function meanOf(gator: string, files: readonly string[], { iterations }: Pace): Promise<number> {
  const options = ["--engine=rego", "--output=json", `--iterations=${iterations}`];
  const answer = await runCommand(gator, ["bench", ...options, ...flags(files)]);
  if (answer.code !== 0) throw new Error(`gator bench: ${answer.stderr}`);
  const report: unknown = JSON.parse(answer.stdout);
  return microseconds(textOf(at(report, 0, "latencies", "mean")));
}

const units: ReadonlyMap<string, number> = new Map([
  ["ns", 0.001],
  ["µs", 1],
  ["ms", 1000],
  ["s", 1_000_000],
]);

/** A duration as Go prints it, of less than a minute. */
function microseconds(duration: string): number {
  const { number, unit } = /^(?<number>[\d.]+)(?<unit>ns|µs|ms|s)$/.exec(duration)?.groups ?? {};
  const scale = units.get(unit ?? "");
  if (scale === undefined) throw new Error(`gator bench: \`${duration}\` is no duration`);
  return Number(number) * scale;
}

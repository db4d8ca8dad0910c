import { cp } from "node:fs/promises";
import { join } from "node:path";
import { runCommand } from "./command.js";
import type { Dist, GatekeeperPolicy } from "./dist.js";
import { type GatorCase, type GatorRun, readGatorOutput } from "./gator-output.js";
import { agrees, disagrees, type Outcome, type Subject } from "./outcome.js";
import type { Pair } from "./pairs.js";
import { inParallel } from "./parallel.js";
import { casesOf, progressOf } from "./progress.js";
import { withTemporaryFolder } from "./temporary.js";

export interface GatorInput {
  /** The binary. */
  readonly gator: string;
  readonly dist: Dist;
  readonly pairs: readonly Pair[];
  readonly report: (line: string) => void;
}

/** Every emitted template is loaded with its constraint, and every suite of others is run with our template in it. */
export async function runGator({ gator, dist, pairs, report }: GatorInput): Promise<readonly Outcome[]> {
  const progress = progressOf("gator", casesOf(pairs), report);
  const loads = await inParallel(dist.gatekeeper, 2, (policy) => loadPolicy(gator, policy));
  const suites = await inParallel(pairs, 2, async (pair) => {
    const outcomes = await runSuite(gator, pair);
    progress(outcomes.length);
    return outcomes;
  });
  return [...loads, ...suites.flat()];
}

async function loadPolicy(
  gator: string,
  { policy, template, constraint }: GatekeeperPolicy,
): Promise<Outcome> {
  const subject: Subject = { engine: "gator", policy, case: "template and constraint load" };
  const loaded = await runCommand(gator, ["test", "-f", template, "-f", constraint]);
  return loaded.code === 0 ? agrees(subject) : disagrees(subject, loaded.stderr.trim());
}

async function runSuite(gator: string, pair: Pair): Promise<readonly Outcome[]> {
  const output = await withTemporaryFolder(async (folder) => {
    await cp(pair.suite.folder, folder, { recursive: true });
    await cp(pair.template, join(folder, "template.yaml"));
    return runCommand(gator, ["verify", "-v", join(folder, "suite.yaml")]);
  });
  const run = readGatorOutput(`${output.stdout}\n${output.stderr}`);
  const left = [...run.cases];
  return pair.suite.tests.flatMap((test) =>
    test.cases.map((one): Outcome => {
      const index = left.findIndex((ran) => `${pair.suite.name}/${ran.name}` === one.name);
      const [ran] = index < 0 ? [] : left.splice(index, 1);
      return outcomeOf({ engine: "gator", policy: pair.policy, case: one.name }, run, ran);
    }),
  );
}

/** A case that gator does not mention did not run, which is a disagreement, never a pass. */
function outcomeOf(subject: Subject, run: GatorRun, ran: GatorCase | undefined): Outcome {
  if (ran?.verdict === "PASS") return agrees(subject);
  if (ran?.verdict === "SKIP") return { ...subject, kind: "skipped", detail: "the suite skips it" };
  return disagrees(subject, ran?.detail ?? `did not run: ${run.complaints.join("; ")}`);
}

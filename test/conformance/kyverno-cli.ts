import { join } from "node:path";
import { runCommand } from "./command.js";
import type { Dist, PolicyFile } from "./dist.js";
import { type Emit, emitFor } from "./emitted.js";
import type { JsonObject } from "./json.js";
import { type Batch, batchesOf } from "./kyverno/kyverno-batch.js";
import { caseUid, writeBatch } from "./kyverno/kyverno-files.js";
import { conversionLimit, customResourceLimit, kyvernoLimit, listedKinds } from "./kyverno/kyverno-limits.js";
import { type KyvernoReport, readKyvernoReport, verdictFor } from "./kyverno/kyverno-report.js";
import { type KyvernoTarget, yamlFor } from "./kyverno/kyverno-target.js";
import { agrees, disagrees, judge, type Outcome, type Subject, type Verdict } from "./outcome.js";
import type { Pair } from "./pairs.js";
import { inParallel } from "./parallel.js";
import { casesOf, progressOf } from "./progress.js";
import { withTemporaryFolder } from "./temporary.js";
import type { UpstreamCase, UpstreamTest } from "./upstream/upstream.js";

export interface KyvernoInput {
  /** The binary. */
  readonly kyverno: string;
  readonly target: KyvernoTarget;
  readonly dist: Dist;
  readonly pairs: readonly Pair[];
  readonly emit: Emit;
  readonly report: (line: string) => void;
}

/** Every emitted policy is loaded, and the upstream cases are put to the policy that `emit` makes for their parameters. */
export async function runKyvernoCli(input: KyvernoInput): Promise<readonly Outcome[]> {
  const files = input.target === "kyverno" ? input.dist.kyverno : input.dist.kyvernoVpol;
  const loads = await inParallel(files, 2, (file) => loadPolicy(input, file));
  const tests = input.pairs.flatMap((pair) => pair.suite.tests.map((test) => ({ pair, test })));
  const progress = progressOf(input.target, casesOf(input.pairs), input.report);
  const outcomes = await inParallel(tests, 2, async ({ pair, test }) => {
    const answers = await runTest(input, pair, test);
    progress(answers.length);
    return answers;
  });
  return [...loads, ...outcomes.flat()];
}

async function loadPolicy(input: KyvernoInput, { policy, file }: PolicyFile): Promise<Outcome> {
  const subject: Subject = { engine: input.target, policy, case: "policy loads" };
  const complaint = await withTemporaryFolder(async (folder) => {
    const { resources } = await writeBatch(folder, { cases: [] }, []);
    return loadingComplaint(input.kyverno, file, resources);
  });
  return complaint === undefined ? agrees(subject) : disagrees(subject, complaint);
}

async function runTest(input: KyvernoInput, pair: Pair, test: UpstreamTest): Promise<readonly Outcome[]> {
  const emitted = await emitFor(input.emit, pair.policy, test);
  const answer = (one: UpstreamCase, verdict: Verdict): Outcome =>
    judge({ engine: input.target, policy: pair.policy, case: one.name }, one.expects, verdict);
  if ("failed" in emitted) {
    return test.cases.map((one) => answer(one, { kind: "error", message: emitted.failed }));
  }
  const yaml = yamlFor(input.target, emitted);
  if (typeof yaml !== "string") {
    return test.cases.map((one) => answer(one, { kind: "not expressible", message: yaml.refused }));
  }
  const limited = test.cases.map((one) => ({
    one,
    limit:
      conversionLimit(one, pair.policy) ??
      customResourceLimit(one, pair.policy, input.target) ??
      kyvernoLimit(one, input.target, yaml),
  }));
  const asked = limited.filter(({ limit }) => limit === undefined).map(({ one }) => one);
  const neighbours = [
    ...pair.suite.tests.flatMap((other) => other.cases.flatMap((one) => one.inventory)),
    ...listedKinds(pair.policy).map(({ group, version, kind }) => ({
      apiVersion: group === "" ? version : `${group}/${version}`,
      kind,
    })),
  ];
  const batches = batchesOf(asked).map(async (batch) => {
    const report = await ask(input.kyverno, { yaml, batch, neighbours });
    return batch.cases.map((one, index) => answer(one, verdictFor(report, caseUid(index), one.mustBeAsked)));
  });
  const unasked = limited.flatMap(({ one, limit }) =>
    limit === undefined ? [] : [answer(one, { kind: "not expressible", message: limit })],
  );
  return [...(await Promise.all(batches)).flat(), ...unasked];
}

interface Question {
  readonly yaml: string;
  readonly batch: Batch;
  readonly neighbours: readonly JsonObject[];
}

/** One process for one batch. An empty report is believed only from a policy that is known to load. */
function ask(kyverno: string, { yaml, batch, neighbours }: Question): Promise<KyvernoReport> {
  return withTemporaryFolder(async (folder) => {
    const files = await writeBatch(folder, batch, neighbours);
    const policy = join(folder, "policy.yaml");
    await files.write(policy, yaml);
    const args = ["apply", policy, "-r", files.resources, ...files.flags];
    const report = readKyvernoReport(await runCommand(kyverno, [...args, "-p", "--output-format", "json"]));
    if (report.kind === "broken" || report.results.length > 0) return report;
    const complaint = await loadingComplaint(kyverno, policy, files.resources);
    return complaint === undefined ? report : { kind: "broken", message: complaint };
  });
}

/** With `-p` the CLI does not say how many rules it loaded, without it does; for a file that it cannot load it says 0. */
async function loadingComplaint(
  kyverno: string,
  policy: string,
  resources: string,
): Promise<string | undefined> {
  const run = await runCommand(kyverno, ["apply", policy, "-r", resources, "--remove-color"]);
  const { rules } = /Applying (?<rules>\d+) policy rule\(s\)/.exec(run.stdout)?.groups ?? {};
  // Of CEL that does not compile it says so only after counting its rules.
  if (Number(rules ?? 0) > 0 && !/^Error: /m.test(run.stderr)) return undefined;
  return `kyverno does not load it: ${`${run.stderr}\n${run.stdout}`.trim()}`;
}

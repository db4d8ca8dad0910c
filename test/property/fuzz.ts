import { fork } from "node:child_process";
import { parseArgs } from "node:util";
import { draw, runPairs } from "./run/pairs.js";
import { report } from "./run/report.js";
import { findingOf, shrink } from "./run/shrink.js";
import { times } from "./run/times.js";

/**
 * Random policies about random objects, on all engines: `pnpm fuzz --runs 100000 --seed 7`. Batches are run by a child
 * process, which ends after some of them: what an engine has compiled it keeps.
 */
const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "10000" },
    seed: { type: "string", default: String(Date.now() % 1_000_000) },
    programs: { type: "string", default: "40" },
    objects: { type: "string", default: "100" },
    findings: { type: "string", default: "1" },
    raw: { type: "boolean", default: false },
    from: { type: "string" },
  },
});
const size = { programs: Number(values.programs), objects: Number(values.objects) };
const seed = Number(values.seed);
const batchesPerChild = 6;

/** What a child tells of one batch. */
interface Told {
  readonly pairs: number;
  readonly denied: number;
  readonly programs: number;
  readonly refused: readonly string[];
  readonly spent: readonly (readonly [string, number])[];
  readonly findings: readonly string[];
}

if (values.from === undefined) process.exitCode = await supervise();
else await work(Number(values.from));

async function work(from: number): Promise<void> {
  for (let batch = from; batch < from + batchesPerChild; batch++) {
    const spent = times();
    const drawn = draw(batch, size);
    const { pairs, denied, refused, notInCel, divergences } = await runPairs(drawn, spent);
    const findings: string[] = [];
    for (const divergence of divergences.slice(0, Number(values.findings))) {
      const found = findingOf(drawn, divergence);
      const shown = values.raw ? found : await shrink(found);
      findings.push(`seed ${batch}: ${report(shown)}`);
    }
    const told: Told = {
      pairs,
      denied,
      programs: size.programs,
      refused: [...refused.values(), ...notInCel.values()].map(([first = ""]) => first),
      spent: [...spent.all()],
      findings,
    };
    process.send?.(told);
  }
}

async function supervise(): Promise<number> {
  const wanted = Number(values.runs);
  const sum = {
    pairs: 0,
    denied: 0,
    programs: 0,
    refused: new Map<string, number>(),
    spent: new Map<string, number>(),
  };
  const started = performance.now();
  let found = 0;
  for (let next = seed; sum.pairs < wanted && found < Number(values.findings); next += batchesPerChild) {
    const child = fork(import.meta.filename, [...process.argv.slice(2), "--from", String(next)]);
    child.on("message", (told: Told) => {
      sum.pairs += told.pairs;
      sum.denied += told.denied;
      sum.programs += told.programs;
      count(
        sum.refused,
        told.refused.map((reason) => [reason.replace(/`[^`]*`/g, "`…`"), 1]),
      );
      count(sum.spent, told.spent);
      found += told.findings.length;
      for (const finding of told.findings) process.stdout.write(`\n${finding}\n\n`);
      const seconds = (performance.now() - started) / 1000;
      const refused = [...sum.refused.values()].reduce((all, one) => all + one, 0);
      process.stderr.write(
        `${sum.pairs} pairs, ${Math.round(sum.pairs / seconds)}/s, ${sum.programs} programs (${refused} refused), ${Math.round((100 * sum.denied) / Math.max(1, sum.pairs))} % denied, ${found} divergences; ${shares(sum.spent)}\n`,
      );
      if (sum.pairs >= wanted || found >= Number(values.findings)) child.kill();
    });
    await new Promise((resolve) => child.on("exit", resolve));
  }
  process.stderr.write("\nmostly refused for:\n");
  for (const [reason, times] of [...sum.refused].sort(([, one], [, other]) => other - one).slice(0, 15))
    process.stderr.write(`${String(times).padStart(5)}  ${reason.slice(0, 140)}\n`);
  process.stdout.write(`${sum.pairs} pairs from seed ${seed}, ${found} divergences\n`);
  return found === 0 ? 0 : 1;
}

function count(into: Map<string, number>, items: readonly (readonly [string, number])[]): void {
  for (const [name, number] of items) into.set(name, (into.get(name) ?? 0) + number);
}

function shares(spent: ReadonlyMap<string, number>): string {
  const all = [...spent.values()].reduce((sum, one) => sum + one, 0);
  return [...spent].map(([what, time]) => `${what} ${Math.round((100 * time) / all)} %`).join(", ");
}

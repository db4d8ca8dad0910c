import type { BatchResult } from "./batch.js";
import { type Times, times } from "./times.js";

/** What a run has come to so far. */
export interface Progress {
  readonly times: Times;
  readonly add: (programs: number, result: BatchResult) => void;
  readonly pairs: () => number;
  readonly findings: () => number;
  /** One line. */
  readonly line: () => string;
  /** Why programs were refused, the most frequent reasons first. */
  readonly refusals: () => string;
}

export function progressOf(): Progress {
  const spent = times();
  const started = performance.now();
  const reasons = new Map<string, number>();
  const sum = { pairs: 0, denied: 0, programs: 0, refused: 0, findings: 0 };
  return {
    times: spent,
    add: (programs, { pairs, denied, refused, notInCel, divergences }) => {
      sum.pairs += pairs;
      sum.denied += denied;
      sum.programs += programs;
      sum.refused += refused.size;
      sum.findings += divergences.length;
      for (const [first = ""] of [...refused.values(), ...notInCel.values()]) {
        const reason = first.replace(/`[^`]*`/g, "`…`");
        reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
      }
    },
    pairs: () => sum.pairs,
    findings: () => sum.findings,
    line: () => {
      const rate = Math.round((1000 * sum.pairs) / (performance.now() - started));
      const denied = Math.round((100 * sum.denied) / Math.max(1, sum.pairs));
      const programs = `${sum.programs} programs (${sum.refused} refused)`;
      return `${sum.pairs} pairs, ${rate}/s, ${programs}, ${denied} % denied, ${sum.findings} divergences; ${shares(spent)}`;
    },
    refusals: () =>
      [...reasons]
        .sort(([, one], [, other]) => other - one)
        .slice(0, 15)
        .map(([reason, number]) => `${String(number).padStart(5)}  ${reason.slice(0, 140)}`)
        .join("\n"),
  };
}

/** Says what a run has come to, by its exit code as well. */
export function finish(progress: Progress, seed: number): void {
  process.stderr.write(`\nmostly refused for:\n${progress.refusals()}\n`);
  process.stdout.write(`${progress.pairs()} pairs from seed ${seed}, ${progress.findings()} divergences\n`);
  process.exitCode = progress.findings() === 0 ? 0 : 1;
}

function shares(spent: Times): string {
  const all = [...spent.all().values()].reduce((sum, one) => sum + one, 0);
  return [...spent.all()].map(([what, time]) => `${what} ${Math.round((100 * time) / all)} %`).join(", ");
}

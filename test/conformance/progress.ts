import type { Pair } from "./pairs.js";

/** Counts cases that were answered, and says every ten seconds how many. */
export type Progress = (answered: number) => void;

export function progressOf(what: string, total: number, report: (line: string) => void): Progress {
  let done = 0;
  let said = performance.now();
  return (answered) => {
    done += answered;
    if (performance.now() - said < 10_000) return;
    said = performance.now();
    report(`${what}: ${done} of ${total} cases`);
  };
}

export function casesOf(pairs: readonly Pair[]): number {
  return pairs.reduce(
    (sum, { suite }) => sum + suite.tests.reduce((cases, test) => cases + test.cases.length, 0),
    0,
  );
}

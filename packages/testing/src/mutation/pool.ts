import type { Mutant } from "./mutants.js";
import type { MutationResult } from "./run.js";

/**
 * What several policies say together of the modules that they share: a change that one policy's suite notices does not
 * survive, and one that none notices is told once.
 */
export function pooled(results: readonly MutationResult[]): readonly MutationResult[] {
  const settled = new Set(results.flatMap(({ killed }) => killed.map(nameOf)));
  return results.map((result) => {
    const survivors = result.survivors.filter((mutant) => !settled.has(nameOf(mutant)));
    for (const mutant of survivors) settled.add(nameOf(mutant));
    return { ...result, survivors };
  });
}

function nameOf({ says, span: { file, start } }: Mutant): string {
  return `${file}:${start.line}:${start.column} ${says}`;
}

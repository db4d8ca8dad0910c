import type { Measured } from "./pace.js";

/** What was measured of one policy; what a policy is not emitted for is absent. */
export interface Row {
  readonly policy: string;
  readonly rego: Measured;
  readonly regoLarge: Measured;
  readonly cel?: Measured;
  readonly celLarge?: Measured;
  /** In CEL's units of cost, which do not depend on the machine. */
  readonly cost?: Measured;
  readonly costLarge?: Measured;
  /** Whether ours is decided within the API server's budget, where each part of a large object is denied. */
  readonly inBudget?: boolean;
}

export const tableHead = [
  "| policy | Rego, samples | Rego, large | CEL, samples | CEL, large | CEL units, samples | CEL units, large | in budget |",
  "| --- | --- | --- | --- | --- | --- | --- | --- |",
  "",
].join("\n");

/** A row of the Markdown table. */
export function rowText({ policy, rego, regoLarge, cel, celLarge, cost, costLarge, inBudget }: Row): string {
  const ratios = [rego, regoLarge, cel, celLarge, cost, costLarge].map(cellOf);
  const budget = inBudget === undefined ? "–" : inBudget ? "yes" : "NO";
  return `| ${[policy, ...ratios, budget].join(" | ")} |\n`;
}

/** Whether something is wrong, not merely slow. */
export function rowsFail(rows: readonly Row[]): boolean {
  return rows.some((row) => row.inBudget === false || differencesOf(row).length > 0);
}

function cellOf(measured: Measured | undefined): string {
  if (measured === undefined) return "–";
  return measured.kind === "ratio" ? measured.ratio.toFixed(2) : "differ";
}

/** What did not agree, for a person to read. */
export function differencesOf({ policy, rego, regoLarge, cel, celLarge }: Row): readonly string[] {
  return [rego, regoLarge, cel, celLarge].flatMap((measured) =>
    measured?.kind === "differ"
      ? [
          `\n${policy}: the two do not find the same\nours:\n  ${measured.ours.join("\n  ")}`,
          `by hand:\n  ${measured.byHand.join("\n  ")}`,
        ]
      : [],
  );
}

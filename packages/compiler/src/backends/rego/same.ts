import type { Literal, Rule, Term } from "./syntax.js";

/** The whole of it as text: what has the same is the same. JSON has no numbers beyond 2^53. */
export function written(part: Term | Literal | Rule): string {
  return JSON.stringify(part, (_, value) => (typeof value === "bigint" ? `${value}n` : value));
}

export function isSame(term: Term | undefined, other: Term | undefined): boolean {
  return term !== undefined && other !== undefined && written(term) === written(other);
}

import { isDeepStrictEqual } from "node:util";
import type { Literal, Rule, Term } from "./syntax.js";

/** The whole of it as text: what has the same is the same. JSON has no numbers beyond 2^53. */
export function written(part: Term | Literal | Rule): string {
  return JSON.stringify(part, (_, value) => (typeof value === "bigint" ? `${value}n` : value));
}

/** Two terms, or two lines, that say the same. */
export function isSame(part: Term | Literal | undefined, other: Term | Literal | undefined): boolean {
  return part !== undefined && part.kind === other?.kind && isDeepStrictEqual(part, other);
}

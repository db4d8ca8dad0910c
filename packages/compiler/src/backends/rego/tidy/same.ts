import { isDeepStrictEqual } from "node:util";
import type { Literal, Term } from "../syntax.js";

/** Two terms, or two lines, that say the same. */
export function isSame(part: Term | Literal | undefined, other: Term | Literal | undefined): boolean {
  return part !== undefined && part.kind === other?.kind && isDeepStrictEqual(part, other);
}

import type { Expr, Literal } from "./expression.js";
import { isSame } from "./same.js";

/** What is asked whether it is empty, and the value that counts as that. */
export interface Emptiness {
  readonly of: Expr;
  readonly empty: Literal;
}

/** Of `x !== undefined && x !== ""`, which is the truth of a text or number that may be absent, what it asks about. */
export function emptinessOf(expr: Expr): Emptiness | undefined {
  if (expr.kind !== "logic" || expr.operator !== "and") return undefined;
  const [there, differs, third] = expr.operands;
  if (there?.kind !== "present" || differs?.kind !== "compare" || third !== undefined) return undefined;
  const { operator, left, right } = differs;
  if (operator !== "!=" || right.kind !== "literal" || !(right.value === "" || right.value === 0))
    return undefined;
  return isSame(there.of, left) ? { of: there.of, empty: right } : undefined;
}

/** `[]` or `{}`. */
export function isEmpty(expr: Expr): boolean {
  return (
    (expr.kind === "list" && expr.items.length === 0) || (expr.kind === "record" && expr.entries.length === 0)
  );
}

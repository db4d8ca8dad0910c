import type { Expr, Literal } from "./expression.js";

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

function isSame(one: Expr, other: Expr): boolean {
  if (one.kind === "local") return other.kind === "local" && one.name === other.name;
  if (one.kind === "input") return other.kind === "input" && one.root === other.root;
  if (one.kind === "literal") return other.kind === "literal" && one.value === other.value;
  if (one.kind === "field")
    return other.kind === "field" && one.name === other.name && isSame(one.of, other.of);
  if (one.kind === "apply")
    return other.kind === "apply" && one.function === other.function && areSame(one.args, other.args);
  if (one.kind === "call")
    return other.kind === "call" && one.intrinsic === other.intrinsic && areSame(one.args, other.args);
  if (one.kind === "coalesce")
    return other.kind === "coalesce" && areSame([one.of, one.fallback], [other.of, other.fallback]);
  if (one.kind !== "index" || other.kind !== "index") return false;
  return isSame(one.of, other.of) && isSame(one.key, other.key);
}

function areSame(some: readonly Expr[], others: readonly Expr[]): boolean {
  return (
    some.length === others.length &&
    some.every((one, position) => {
      const other = others[position];
      return other !== undefined && isSame(one, other);
    })
  );
}

/** `[]` or `{}`. */
export function isEmpty(expr: Expr): boolean {
  return (
    (expr.kind === "list" && expr.items.length === 0) || (expr.kind === "record" && expr.entries.length === 0)
  );
}

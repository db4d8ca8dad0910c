import type { Expr } from "./expression.js";

/** Do the two read the same, by the same names? Only of what reads; anything else is taken for different. */
export function isSame(one: Expr, other: Expr): boolean {
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

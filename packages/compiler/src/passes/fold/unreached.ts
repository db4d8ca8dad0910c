import { type Expr, literal, mayBeAbsent } from "@policyc/ir";

/**
 * What is asked of a value that cannot be of the type that it is read as, `x.startsWith("a")` behind `typeof x !== "boolean"`
 * in a function that is given a flag: no test before lets anything get here, and OPA refuses to ask `null` for its beginning.
 */
export function foldUnreached(expr: Expr): Expr {
  if (expr.kind !== "call" || !expr.args.some(isUnreached)) return expr;
  const { type, span } = expr;
  return type.kind === "boolean" ? literal(false, span) : { kind: "absent", type, span };
}

/** Nothing, where there is something by its type: `standIn` of the IR says so of dead code. */
function isUnreached(expr: Expr): boolean {
  return expr.kind === "absent" && !mayBeAbsent(expr.type);
}

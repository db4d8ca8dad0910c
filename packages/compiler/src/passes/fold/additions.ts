import { type Expr, literal } from "@policyc/ir";

/** `test ? points + 3 : points`, which is what `if (test) points += 3` comes to: what is added depends on the test, not the sum. */
export function foldAdditions(expr: Expr): Expr {
  if (expr.kind !== "conditional") return expr;
  const { test, then, else: otherwise, span } = expr;
  const base = otherwise.kind === "local" ? otherwise : then;
  if (base.kind !== "local" || base.type.kind !== "number") return expr;
  const [one, other] = [addedTo(base, then), addedTo(base, otherwise)];
  if (one === undefined || other === undefined) return expr;
  const isWhole = [one, other].every(({ type }) => type.kind === "number" && type.integer);
  const type: Expr["type"] = { kind: "number", integer: isWhole };
  const right: Expr = { kind: "conditional", test, then: one, else: other, type, span };
  return { kind: "arithmetic", operator: "+", left: base, right, type: expr.type, span };
}

/** What is added to a name, where it is nothing but that. */
function addedTo(base: Extract<Expr, { readonly kind: "local" }>, expr: Expr): Expr | undefined {
  const isBase = (other: Expr): boolean => other.kind === "local" && other.name === base.name;
  if (isBase(expr)) return literal(0, expr.span);
  return expr.kind === "arithmetic" && expr.operator === "+" && isBase(expr.left) ? expr.right : undefined;
}

import { type Expr, required } from "@policyc/ir";

/** A path after the test that all that it reads through is there. */
export function thatIsThere(expr: Expr): Expr {
  if (expr.kind === "field" || expr.kind === "index")
    return { ...expr, of: thatIsThere(expr.of), type: required(expr.type) };
  return { ...expr, type: required(expr.type) };
}

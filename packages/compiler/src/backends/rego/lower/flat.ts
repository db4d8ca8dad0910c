import type { Expr } from "@policyc/ir";

/**
 * Can lines say that the expression is true (or false) with loops alone? An `every` inside of another one, or a rule
 * that it asks of each element, costs a multiple of `some`, and is harder to read.
 */
export function isFlat(expr: Expr, wanted: boolean): boolean {
  switch (expr.kind) {
    case "not":
      return isFlat(expr.operand, !wanted);
    case "let":
      return isFlat(expr.body, wanted);
    case "logic":
      return (
        (expr.operator === "and") === wanted && expr.operands.every((operand) => isFlat(operand, wanted))
      );
    case "quantify":
      return (expr.quantifier === "some") === wanted && isFlat(expr.where, wanted);
    case "conditional":
      return false;
    default:
      return true;
  }
}

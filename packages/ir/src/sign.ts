import type { Expr } from "./expression.js";

/** Is a number surely 0 or more? */
export function isNeverNegative(expr: Expr): boolean {
  if (expr.type.kind === "number" && expr.type.natural) return true;
  if (expr.kind === "literal") return Number(expr.value) >= 0;
  if (expr.kind === "call") {
    if (expr.intrinsic === "math.max") return expr.args.some(isNeverNegative);
    return /\.(?:length|size)$/.test(expr.intrinsic);
  }
  if (expr.kind !== "arithmetic") return false;
  const { operator, left, right } = expr;
  if (operator === "+" && isPosition(left)) return right.kind === "literal" && Number(right.value) >= 1;
  return !"-%".includes(operator) && isNeverNegative(left) && isNeverNegative(right);
}

/** -1 where nothing is found. */
function isPosition(expr: Expr): boolean {
  return expr.kind === "call" && ["string.indexOf", "string.lastIndexOf"].includes(expr.intrinsic);
}

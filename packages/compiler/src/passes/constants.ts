import type { Expr } from "@policyc/ir";

/** `true` or `false`, in the place of an expression. */
export function truth(value: boolean, at: Expr): Expr {
  return { kind: "literal", value, type: { kind: "boolean" }, span: at.span };
}

/** Is the expression this very Boolean? */
export function isLiteral(expr: Expr, value: boolean): boolean {
  return expr.kind === "literal" && expr.value === value;
}

/** Both conditions. */
export function both(left: Expr, right: Expr): Expr {
  return {
    kind: "logic",
    operator: "and",
    operands: [left, right],
    type: { kind: "boolean" },
    span: right.span,
  };
}

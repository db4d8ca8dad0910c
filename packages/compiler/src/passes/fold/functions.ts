import type { Expr, FunctionIR } from "@policyc/ir";

/** A call of a function that gives the same for all arguments: a constant, or nothing at all. */
export function foldApply(expr: Expr, functions: readonly FunctionIR[]): Expr {
  if (expr.kind !== "apply") return expr;
  const body = functions.find(({ name }) => name === expr.function)?.body;
  return body?.kind === "value" && isConstant(body.value) ? body.value : expr;
}

function isConstant(expr: Expr): boolean {
  if (expr.kind === "list") return expr.items.length === 0;
  return (
    expr.kind === "literal" || expr.kind === "absent" || (expr.kind === "record" && expr.entries.length === 0)
  );
}

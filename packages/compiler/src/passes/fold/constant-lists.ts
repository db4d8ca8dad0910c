import { type Collect, type Expr, substitute } from "@policyc/ir";
import { foldCall } from "./calls.js";
import { foldComputation } from "./computation.js";

/** `["a", "b"].map((name) => name.toUpperCase())`: a list of constants is computed where it is written. */
export function foldConstantList(expr: Expr): Expr {
  if (expr.kind !== "collect" || expr.into !== "list" || expr.flatten || expr.where !== undefined)
    return expr;
  const { over, binder, key } = expr.iteration;
  if (over.kind !== "list" || key !== undefined) return expr;
  const values = over.items.flatMap(({ spread, value }) =>
    spread || value.kind !== "literal" ? [] : [computed(expr, binder.name, value)],
  );
  if (values.length < over.items.length || values.some(({ kind }) => kind !== "literal")) return expr;
  const items = values.map((value) => ({ spread: false, value }));
  return { kind: "list", items, type: expr.type, span: expr.span };
}

function computed({ value }: Collect, name: string, item: Expr): Expr {
  return foldCall(foldComputation(substitute(value, new Map([[name, item]]))));
}

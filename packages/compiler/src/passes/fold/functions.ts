import { type Apply, type Expr, type FunctionIR, substitute } from "@policyc/ir";
import { foldComputation } from "./computation.js";

/** A call of a function that gives the same for all arguments, a constant or nothing at all; and of one that joins constants. */
export function foldApply(expr: Expr, functions: readonly FunctionIR[]): Expr {
  if (expr.kind !== "apply") return expr;
  const fn = functions.find(({ name }) => name === expr.function);
  if (fn?.body.kind !== "value") return expr;
  return isConstant(fn.body.value) ? fn.body.value : (joined(expr, fn.params, fn.body.value) ?? expr);
}

/** `label("team")` is `example.com/team`: a key that is written out says more than a call. */
function joined({ args }: Apply, params: FunctionIR["params"], value: Expr): Expr | undefined {
  if (value.kind !== "concat" || !args.every(({ kind }) => kind === "literal")) return undefined;
  const given = new Map(
    params.flatMap(({ name }, position) => {
      const arg = args[position];
      return arg === undefined ? [] : [[name, arg] as const];
    }),
  );
  const text = foldComputation(substitute(value, given));
  return text.kind === "literal" ? text : undefined;
}

function isConstant(expr: Expr): boolean {
  if (expr.kind === "list") return expr.items.length === 0;
  return (
    expr.kind === "literal" || expr.kind === "absent" || (expr.kind === "record" && expr.entries.length === 0)
  );
}

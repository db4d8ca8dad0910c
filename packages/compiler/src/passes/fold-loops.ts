import { type Expr, substitute } from "@policyc/ir";
import { both, truth } from "./constants.js";

/** A loop over a list that is known to be empty. */
export function overNothing(expr: Extract<Expr, { kind: "collect" | "quantify" }>): Expr | undefined {
  const { over } = expr.iteration;
  if (over.kind !== "list" || over.items.length > 0) return undefined;
  if (expr.kind === "quantify") return truth(expr.quantifier === "every", expr);
  return expr.into === "list" ? { kind: "list", items: [], type: expr.type, span: expr.span } : undefined;
}

/** A loop over a filtered list is a loop over the list with one more condition. */
export function fuse(expr: Extract<Expr, { kind: "collect" | "quantify" }>): Expr {
  const { over, binder, key } = expr.iteration;
  if (
    over.kind !== "collect" ||
    over.where === undefined ||
    over.flatten ||
    over.into !== "list" ||
    key !== undefined ||
    over.iteration.key !== undefined
  )
    return expr;
  if (over.value.kind !== "local" || over.value.name !== over.iteration.binder.name) return expr;
  const given = new Map([[binder.name, over.value]]);
  const renamed = (child: Expr): Expr => substitute(child, given);
  if (expr.kind === "quantify") {
    if (expr.quantifier === "every") return expr;
    return { ...expr, iteration: over.iteration, where: both(over.where, renamed(expr.where)) };
  }
  const where = expr.where === undefined ? over.where : both(over.where, renamed(expr.where));
  return {
    ...expr,
    iteration: over.iteration,
    where,
    value: renamed(expr.value),
    ...(expr.mapKey === undefined ? {} : { mapKey: renamed(expr.mapKey) }),
  };
}

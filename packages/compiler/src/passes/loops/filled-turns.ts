import {
  type Binder,
  type Each,
  type Expr,
  type Iteration,
  mapChildren,
  mayBeAbsent,
  required,
} from "@policyc/ir";
import { rewriteExpression, rewriteStream } from "../tree/rewrite.js";

/**
 * A loop that went through a list in which something may be absent, and goes now through a part of it in which nothing is:
 * each turn has an element, and whoever reads it need not ask.
 */
export function filledTurns<Loop extends Each | Extract<Expr, { iteration: Iteration }>>(loop: Loop): Loop;
export function filledTurns(loop: Each | Extract<Expr, { iteration: Iteration }>): Each | Expr {
  const { over, binder } = loop.iteration;
  const list = required(over.type);
  if (!mayBeAbsent(binder.type) || list.kind !== "list" || mayBeAbsent(list.element)) return loop;
  const filled: Binder = { ...binder, type: list.element };
  const there = (expr: Expr): Expr =>
    expr.kind === "local" && expr.name === binder.name ? { ...expr, type: required(expr.type) } : expr;
  const iteration = { ...loop.iteration, binder: filled };
  if (loop.kind === "each")
    return { ...loop, iteration, body: rewriteStream(loop.body, { expression: there }) };
  const inTurn = mapChildren(loop, (part) => (part === over ? part : rewriteExpression(part, there)));
  return inTurn.kind === loop.kind && "iteration" in inTurn ? { ...inTurn, iteration } : loop;
}

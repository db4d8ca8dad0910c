import { childrenOf, type Expr, partsOf, type Stream } from "@policyc/ir";
import { readsIn, readsOf } from "./rewrite.js";

/** Is the name read where it would be evaluated again with every turn? */
export function isReadInLoop(expr: Expr, name: string): boolean {
  if (expr.kind !== "quantify" && expr.kind !== "collect")
    return childrenOf(expr).some((child) => isReadInLoop(child, name));
  return (
    childrenOf(expr).some((child) => child !== expr.iteration.over && readsOf(child, name) > 0) ||
    isReadInLoop(expr.iteration.over, name)
  );
}

/** The same of a stream. */
export function isReadInLoopOf(stream: Stream, name: string): boolean {
  const { expressions, streams } = partsOf(stream);
  const isInBody = stream.kind === "each" && readsIn(stream.body, name) > 0;
  return (
    isInBody ||
    expressions.some((expr) => isReadInLoop(expr, name)) ||
    streams.some((child) => isReadInLoopOf(child, name))
  );
}

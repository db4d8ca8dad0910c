import type { Binder, Expr, Iteration } from "./expression.js";
import type { Stream } from "./stream.js";
import { mapChildren, partsOf } from "./walk.js";

/** A name that something binds, and what it stands for: a value, an element of a list or map, or its key or position. */
export interface Binding {
  readonly binder: Binder;
  readonly as: "value" | "element" | "key";
  /** The value, or what the loop runs over. */
  readonly of: Expr;
}

/** Every name that an expression binds. */
export function bindingsIn(expr: Expr): readonly Binding[] {
  const found: Binding[] = [];
  gather(expr, found);
  return found;
}

/** Every name that a stream, what is below it, or one of their expressions binds. */
export function bindingsInStream(stream: Stream): readonly Binding[] {
  const found: Binding[] = [];
  gatherInStream(stream, found);
  return found;
}

function gatherInStream(stream: Stream, found: Binding[]): void {
  if (stream.kind === "bind") found.push({ binder: stream.binder, as: "value", of: stream.value });
  if (stream.kind === "each") gatherIteration(stream.iteration, found);
  const { expressions, streams } = partsOf(stream);
  for (const expr of expressions) gather(expr, found);
  for (const child of streams) gatherInStream(child, found);
}

function gather(expr: Expr, found: Binding[]): void {
  if (expr.kind === "let") found.push({ binder: expr.binder, as: "value", of: expr.value });
  if (expr.kind === "quantify" || expr.kind === "collect") gatherIteration(expr.iteration, found);
  mapChildren(expr, (child) => {
    gather(child, found);
    return child;
  });
}

function gatherIteration({ binder, key, over }: Iteration, found: Binding[]): void {
  found.push({ binder, as: "element", of: over });
  if (key !== undefined) found.push({ binder: key, as: "key", of: over });
}

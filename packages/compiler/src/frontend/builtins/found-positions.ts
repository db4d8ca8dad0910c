import { booleanType, type Expr, integerType, literal, optional, required } from "@policyc/ir";
import { fromEnd } from "../build/from-end.js";
import { conditional, eachValue, index, local } from "../build/nodes.js";
import type { Context } from "../context.js";
import { wrongArguments } from "../diagnostics/syntax.js";
import { objectEquality } from "../diagnostics/types.js";
import type { ts } from "../typescript.js";
import { type Callback, loopOf, withCallback } from "./callback.js";
import { contextOf, guardedRows } from "./guarded-rows.js";
import { positionAmongTexts } from "./known-positions.js";
import type { Method } from "./method.js";

/** The index of the last element that a test holds of, or -1. */
export const foundLastIndex: Method = withCallback("findLastIndex", (node, receiver, callback, cx) =>
  positionIn(node, receiver, { ...callback, position: callback.position ?? "unnamed" }, "last", cx),
);

/** The index of the first element that a test holds of, or -1. */
export const foundIndex: Method = withCallback("findIndex", (node, receiver, callback, cx) => {
  const { truth } = callback;
  const rows = truth === undefined ? undefined : guardedRows(receiver, cx);
  if (truth === undefined || rows === undefined || rows.some(({ when }) => when !== undefined))
    return positionIn(node, receiver, { ...callback, position: callback.position ?? "unnamed" }, "first", cx);
  const span = cx.span(node);
  return rows.reduceRight<Expr>(
    (otherwise, { row }, position) =>
      conditional(truth(contextOf(row, callback, cx)), literal(position, span), otherwise, integerType, span),
    literal(-1, span),
  );
});

function positionIn(
  node: ts.CallExpression,
  receiver: ts.Expression,
  callback: Callback,
  which: "first" | "last",
  cx: Context,
): Expr {
  const span = cx.span(node);
  const loop = loopOf(receiver, callback, cx);
  const { key } = loop.iteration;
  if (key === undefined) return cx.invalid(wrongArguments(span, "findIndex", "use it on a list"));
  const positions: Expr = {
    ...eachValue(loop.iteration, local(key, span), span),
    where: callback.condition(loop),
  };
  return {
    kind: "coalesce",
    of:
      which === "first"
        ? index(positions, literal(0, span), optional(integerType), span)
        : fromEnd(positions, 1, integerType, span, cx),
    fallback: literal(-1, span),
    type: integerType,
    span,
  };
}

/** `list.indexOf(x)`, `list.lastIndexOf(x)`: of primitives, by value. */
export const positionOf =
  (which: "first" | "last"): Method =>
  (node, receiver, cx) => {
    const value = primitiveArgument(node, which === "first" ? "indexOf" : "lastIndexOf", cx);
    if (value.kind === "invalid") return value;
    const known = which === "first" ? positionAmongTexts(receiver, value) : undefined;
    if (known !== undefined) return known;
    const callback: Callback = {
      item: undefined,
      position: "unnamed",
      scope: undefined,
      value: ({ iteration }) => ({
        kind: "compare",
        operator: "==",
        left: local(iteration.binder, value.span),
        right: value,
        type: booleanType,
        span: value.span,
      }),
      condition: (loop) => callback.value(loop),
    };
    return positionIn(node, receiver, callback, which, cx);
  };

/** What is looked for: by value, so no object. */
export function primitiveArgument(node: ts.CallExpression, method: string, cx: Context): Expr {
  const [argument, ...others] = node.arguments;
  if (argument === undefined || others.length > 0)
    return cx.invalid(wrongArguments(cx.span(node), method, `use \`list.${method}(value)\``));
  const value = cx.expression(argument);
  const { kind } = required(value.type);
  if (kind === "record" || kind === "list" || kind === "map")
    return cx.invalid(objectEquality(cx.span(node), method));
  return value;
}

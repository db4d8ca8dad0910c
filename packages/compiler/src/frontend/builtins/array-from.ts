import { absent, type Expr, integerType, literal } from "@policyc/ir";
import { eachValue } from "../build/nodes.js";
import type { Context } from "../context.js";
import { typedByCall } from "../functions/typed-by-call.js";
import { evaluate } from "../static/evaluate.js";
import { fieldNameOf, isA } from "../syntax/tree.js";
import { isJavaScriptMap } from "../types/from-typescript.js";
import { typeAt } from "../types/kept.js";
import { ts } from "../typescript.js";
import { bare } from "../visitors/expressions/bare.js";
import { iterable } from "../visitors/expressions/literals.js";
import { binderFor, bindPattern } from "../visitors/expressions/patterns.js";
import { through } from "../visitors/loops/iteration.js";
import { callbackOf } from "./callback.js";
import { mapThrough } from "./mapping.js";

/** All positions are written out, and nobody wants to read more of them. */
const longest = 100;

/** `Array.from({ length: 3 }, (_, index) => …)`, of a length that is known; nothing where it is anything else. */
export function counted(node: ts.CallExpression, cx: Context): Expr | undefined {
  const [like, given, another] = node.arguments;
  const length = like === undefined ? undefined : lengthOf(like);
  const fn = given === undefined ? undefined : bare(given);
  if (length === undefined || !isA(ts.isArrowFunction, fn) || another !== undefined) return undefined;
  const callback = callbackOf(fn, node, cx);
  if (callback === undefined || callback.all !== undefined) return undefined;
  const { item, position, scope = cx.scope, value } = callback;
  const inner = cx.seeing(scope).insideLoop();
  const isNamed = position !== undefined && position !== "unnamed";
  const binder = isNamed
    ? binderFor(position, integerType, "index", cx)
    : { name: cx.names.unique("index"), type: integerType };
  const seen = isNamed ? bindPattern(position, binder, inner) : inner;
  const named = isA(ts.isIdentifier, item)
    ? seen.binding(item, { kind: "value", value: absent(cx.span(item)) })
    : seen;
  const span = cx.span(node);
  const iteration = { over: positions(length, span), binder };
  return typedByCall(eachValue(iteration, value({ iteration, cx: named }), span), node, cx);
}

/** `Array.from(list, f)`, which is `list.map(f)`, and the same of a set, a `Map` and a text; nothing where it is anything else. */
export function mappedFrom(node: ts.CallExpression, cx: Context): Expr | undefined {
  const [source, given, another] = node.arguments;
  const callback = given === undefined ? undefined : callbackOf(bare(given), node, cx);
  if (source === undefined || callback === undefined || another !== undefined) return undefined;
  const { kind } = cx.type(source);
  if (kind === "list" || isJavaScriptMap(typeAt(source))) return mapThrough(node, source, callback, cx);
  if (kind !== "set" && kind !== "string") return undefined;
  // Whose elements are a list in an order of their own: `[...set].map(f)`.
  const { item: pattern, position, scope = cx.scope } = callback;
  const loop = through(iterable(source, cx), { pattern, position, source }, cx.seeing(scope).insideLoop());
  return typedByCall(eachValue(loop.iteration, callback.value(loop), cx.span(node)), node, cx);
}

/** The length of `{ length: 3 }`. */
function lengthOf(written: ts.Expression): number | undefined {
  const node = bare(written);
  if (!ts.isObjectLiteralExpression(node)) return undefined;
  const [field, another] = node.properties;
  if (!isA(ts.isPropertyAssignment, field) || another !== undefined || fieldNameOf(field.name) !== "length")
    return undefined;
  const length = evaluate(field.initializer);
  return typeof length === "number" && Number.isInteger(length) && length >= 0 && length <= longest
    ? length
    : undefined;
}

function positions(length: number, span: Expr["span"]): Expr {
  const items = Array.from({ length }, (_, position) => ({ spread: false, value: literal(position, span) }));
  return { kind: "list", items, type: { kind: "list", element: integerType }, span };
}

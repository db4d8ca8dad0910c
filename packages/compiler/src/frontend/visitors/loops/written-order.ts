import { type Expr, type Json, literal } from "@policyc/ir";
import type { Context } from "../../context.js";
import { evaluate, isRecord } from "../../static/evaluate.js";
import { isA } from "../../syntax/tree.js";
import { oneOf } from "../../types/from-typescript.js";
import { ts } from "../../typescript.js";

/** What depends on which key comes first. */
const readers = new Set([
  "find",
  "findLast",
  "findIndex",
  "findLastIndex",
  "indexOf",
  "lastIndexOf",
  "at",
  "join",
  "entries",
]);

/**
 * The list that JavaScript makes of an object that is written out, where the order of its keys is read:
 * `Object.keys(names).find((key) => names[key] === value)`. What nobody asks for the order stays an object.
 */
export function inWrittenOrder(
  node: ts.CallExpression,
  method: "keys" | "values" | "entries",
  cx: Context,
): Expr | undefined {
  const [argument] = node.arguments;
  const known = argument !== undefined && isOrderRead(node) ? evaluate(argument) : undefined;
  if (!isRecord(known)) return undefined;
  const entries = Object.entries(known).flatMap(([key, value]) => {
    const text = isPlain(value) ? literal(value, cx.span(node)) : undefined;
    return text === undefined ? [] : [[literal(key, cx.span(node)), text] as const];
  });
  if (entries.length === 0 || entries.length < Object.keys(known).length) return undefined;
  const parts = entries.map(([key, value]) =>
    method === "keys" ? key : method === "values" ? value : listOf([key, value], cx.span(node)),
  );
  return listOf(parts, cx.span(node));
}

function isOrderRead(node: ts.Node): boolean {
  const { parent } = node;
  const isAround =
    ts.isParenthesizedExpression(parent) || ts.isAsExpression(parent) || ts.isSatisfiesExpression(parent);
  if (isAround) return isOrderRead(parent);
  if (ts.isElementAccessExpression(parent)) return parent.expression === node;
  if (!isA(ts.isPropertyAccessExpression, parent) || parent.expression !== node) return false;
  return readers.has(parent.name.text) || asksForPosition(parent);
}

/** `Object.values(names).map((name, index) => …)` */
function asksForPosition({ parent: call }: ts.PropertyAccessExpression): boolean {
  const fn = isA(ts.isCallExpression, call) ? call.arguments[0] : undefined;
  return isA(ts.isArrowFunction, fn) && fn.parameters.length > 1;
}

function isPlain(value: Json): value is string | number | boolean {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}

function listOf(values: readonly Expr[], span: Expr["span"]): Expr {
  const element = oneOf(values.map(({ type }) => type));
  return {
    kind: "list",
    items: values.map((value) => ({ spread: false, value })),
    type: { kind: "list", element },
    span,
  };
}

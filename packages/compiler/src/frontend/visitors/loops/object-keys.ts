import type { Span } from "@policyc/diagnostics";
import { type Expr, literal, mayBeAbsent, required, stringType, type Type } from "@policyc/ir";
import { call } from "../../build/nodes.js";
import type { Context } from "../../context.js";
import { unsupportedSyntax } from "../../diagnostics/syntax.js";
import { mayBeAbsentHere } from "../../diagnostics/types.js";
import { isJavaScriptMap } from "../../types/from-typescript.js";
import { typeAt } from "../../types/kept.js";
import { typeText } from "../../types/shape.js";
import type { ts } from "../../typescript.js";
import { keysOfTable } from "../rows/tables.js";
import { inWrittenOrder } from "./written-order.js";

/** `Object.keys(object)`. */
export function keysOf(object: ts.Expression, span: Span, cx: Context): Expr {
  return keysOfRows(object, span, cx) ?? call("map.keys", [objectThatIsThere(object, cx)], span);
}

/** What `for (const key in object)` goes through: nothing, where the object is absent. */
export function keysIn(object: ts.Expression, cx: Context): Expr {
  const span = cx.span(object);
  const rows = keysOfRows(object, span, cx);
  const ordered = rows ?? inWrittenOrder({ argument: object, method: "keys", call: object }, cx);
  if (ordered !== undefined) return ordered;
  const of = cx.expression(object);
  if (of.kind === "invalid" || !mayBeAbsent(of.type)) return keysOf(object, span, cx);
  const type = required(of.type);
  const fallback: Expr = { kind: "record", entries: [], type, span };
  return call("map.keys", [{ kind: "coalesce", of, fallback, type, span }], span);
}

/** Of a table with functions in it. */
function keysOfRows(object: ts.Expression, span: Span, cx: Context): Expr | undefined {
  const names = keysOfTable(object, cx);
  const items = names?.map((name) => ({ spread: false, value: literal(name, span) }));
  return items && { kind: "list", items, type: { kind: "list", element: stringType }, span };
}

/** An object whose keys are asked for. A text and a list have positions for keys, of which engines know nothing, and a `Map` has none at all. */
export function objectThatIsThere(argument: ts.Expression, cx: Context): Expr {
  const of = cx.expression(argument);
  if (of.kind === "invalid") return of;
  const type = typeAt(argument);
  if (isJavaScriptMap(type) || !isObject(required(of.type))) {
    const what = of.type.kind === "union" ? "what may be no object" : `a \`${typeText(type, argument)}\``;
    const hint = hints[required(of.type).kind] ?? "use an object";
    return cx.invalid(unsupportedSyntax(cx.span(argument), `keys or values of ${what}`, hint));
  }
  return mayBeAbsent(of.type)
    ? cx.invalid(mayBeAbsentHere(cx.span(argument), `\`${argument.getText()}\``))
    : of;
}

function isObject({ kind }: Type): boolean {
  return kind === "map" || kind === "record" || kind === "unknown" || kind === "absent";
}

const hints: Readonly<Partial<Record<Type["kind"], string>>> = {
  union: "use one type of object",
  list: "use the list itself, `list.entries()` for its positions",
  set: "use the set itself",
  map: "use the methods of the map: `map.keys()`, `map.has(key)`",
};

import type { Span } from "@policyc/diagnostics";
import { type Expr, literal, mayBeAbsent, required, stringType } from "@policyc/ir";
import { call } from "../../build/nodes.js";
import type { Context } from "../../context.js";
import { unsupportedSyntax } from "../../diagnostics/syntax.js";
import { mayBeAbsentHere } from "../../diagnostics/types.js";
import type { ts } from "../../typescript.js";
import { keysOfTable } from "../rows/tables.js";

/** `Object.keys(object)`. */
export function keysOf(object: ts.Expression, span: Span, cx: Context): Expr {
  return keysOfRows(object, span, cx) ?? call("map.keys", [objectThatIsThere(object, cx)], span);
}

/** What `for (const key in object)` goes through: nothing, where the object is absent. */
export function keysIn(object: ts.Expression, cx: Context): Expr {
  const span = cx.span(object);
  const rows = keysOfRows(object, span, cx);
  if (rows !== undefined) return rows;
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

/** An object whose keys are asked for: not one that may be something else, which engines would take for a list. */
export function objectThatIsThere(argument: ts.Expression, cx: Context): Expr {
  const of = cx.expression(argument);
  if (of.kind === "invalid") return of;
  if (of.type.kind === "union")
    return cx.invalid(
      unsupportedSyntax(
        cx.span(argument),
        "keys or values of what may be no object",
        "use one type of object",
      ),
    );
  return mayBeAbsent(of.type)
    ? cx.invalid(mayBeAbsentHere(cx.span(argument), `\`${argument.getText()}\``))
    : of;
}

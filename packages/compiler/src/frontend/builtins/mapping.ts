import { type Expr, type ListItem, mayBeAbsent, type Type } from "@policyc/ir";
import { conditional, eachValue, elementType, local } from "../build/nodes.js";
import type { Context } from "../context.js";
import { wrongArguments } from "../diagnostics/syntax.js";
import { mayBeAbsentHere } from "../diagnostics/types.js";
import { typedByCall } from "../functions/typed-by-call.js";
import { elementOf } from "../types/from-typescript.js";
import type { ts } from "../typescript.js";
import { asList } from "./as-list.js";
import { type Callback, loopOf, withCallback } from "./callback.js";
import { contextOf, guardedRows } from "./guarded-rows.js";
import type { Method } from "./method.js";

/** `list.map(f)`. */
export const mapped: Method = withCallback("map", mapThrough);

/** What a callback gives for each element, of `list.map(f)` and `Array.from(list, f)`. */
export function mapThrough(
  node: ts.CallExpression,
  list: ts.Expression,
  callback: Callback,
  cx: Context,
): Expr {
  const rows = overRows(node, list, callback, cx);
  if (rows !== undefined) return rows;
  const loop = loopOf(list, callback, cx);
  return typedByCall(eachValue(loop.iteration, callback.value(loop), cx.span(node)), node, cx);
}

/** `table.filter(test).map(f)` of a table with functions in it: one element for each row, where it is there. */
function overRows(
  node: ts.CallExpression,
  receiver: ts.Expression,
  callback: Callback,
  cx: Context,
): Expr | undefined {
  const turns = turnsOverRows(receiver, callback, cx);
  if (turns === undefined) return undefined;
  const span = cx.span(node);
  const type = turns.length === 0 ? cx.type(node) : listTypeOf(turns.map(({ value }) => value.type));
  const items = turns.map(({ value, when }): ListItem => {
    if (when === undefined) return { spread: false, value };
    const one: Expr = { kind: "list", items: [{ spread: false, value }], type, span };
    return { spread: true, value: whereThere(when, one) };
  });
  return { kind: "list", items, type, span };
}

/** The same of `flatMap`: the elements of each list, one after the other. */
function flatOverRows(
  node: ts.CallExpression,
  receiver: ts.Expression,
  callback: Callback,
  cx: Context,
): Expr | undefined {
  const turns = turnsOverRows(receiver, callback, cx)?.map((turn) => ({
    ...turn,
    value: asList(turn.value, cx),
  }));
  const lists = turns?.flatMap(({ value, when }) =>
    value.type.kind === "list" ? [{ value, when, element: value.type.element }] : [],
  );
  if (turns === undefined || lists === undefined || lists.length < turns.length) return undefined;
  const items = lists.map(
    ({ value, when }): ListItem => ({
      spread: true,
      value: when === undefined ? value : whereThere(when, value),
    }),
  );
  const type = listTypeOf(lists.map(({ element }) => element));
  return { kind: "list", items, type, span: cx.span(node) };
}

/** What a callback gives for each row, and when the row is there. */
function turnsOverRows(
  receiver: ts.Expression,
  callback: Callback,
  cx: Context,
): readonly { readonly value: Expr; readonly when: Expr | undefined }[] | undefined {
  const { result, position } = callback;
  if (result === undefined || position !== undefined) return undefined;
  return guardedRows(receiver, cx)?.map(({ row, when }) => ({
    value: result(contextOf(row, callback, cx)),
    when,
  }));
}

function listTypeOf(types: readonly Type[]): Type {
  return { kind: "list", element: elementOf(types) };
}

/** The list where the row is there, else none. */
function whereThere(when: Expr, list: Expr): Expr {
  const { type, span } = list;
  return conditional(when, list, { kind: "list", items: [], type, span }, type, span);
}

/** `list.flatMap(f)`: where `f` gives no list, it is a `map`. */
export const flatMapped: Method = withCallback("flatMap", flatMap);

function flatMap(node: ts.CallExpression, receiver: ts.Expression, callback: Callback, cx: Context): Expr {
  const rows = flatOverRows(node, receiver, callback, cx) ?? overRows(node, receiver, callback, cx);
  if (rows !== undefined) return rows;
  const loop = loopOf(receiver, callback, cx);
  const value = asList(callback.value(loop), cx);
  if (value.kind !== "invalid" && mayBeAbsent(value.type))
    return cx.invalid(mayBeAbsentHere(cx.span(node), "what the function returns"));
  const isList = value.type.kind === "list";
  const element: Type = value.type.kind === "list" ? value.type.element : value.type;
  return {
    kind: "collect",
    iteration: loop.iteration,
    value,
    flatten: isList,
    into: "list",
    type: { kind: "list", element },
    span: cx.span(node),
  };
}

/** `list.flat()`: one level. */
export const flat: Method = (node, receiver, cx) => {
  const span = cx.span(node);
  const lists = cx.expression(receiver);
  if (lists.kind === "invalid") return lists;
  const inner = elementType(lists);
  if (node.arguments.length > 0 || inner.kind !== "list")
    return cx.invalid(wrongArguments(span, "flat", "use `.flat()` on a list of lists"));
  const binder = { name: cx.names.unique("part"), type: inner };
  return {
    kind: "collect",
    iteration: { over: lists, binder },
    value: local(binder, span),
    flatten: true,
    into: "list",
    type: { kind: "list", element: inner.element },
    span,
  };
};

import { type Expr, type ListItem, mayBeAbsent, type Type } from "@policyc/ir";
import type { CallExpression, Expression } from "ts-morph";
import { conditional, eachValue, elementType, local } from "../build.js";
import type { Context } from "../context.js";
import { wrongArguments } from "../diagnostics/syntax.js";
import { mayBeAbsentHere } from "../diagnostics/types.js";
import { elementOf } from "../types/from-typescript.js";
import { type Callback, loopOf, withCallback } from "./callback.js";
import { contextOf, guardedRows } from "./guarded-rows.js";
import type { Method } from "./method.js";

/** `list.map(f)`. */
export const mapped: Method = withCallback("map", (node, receiver, callback, cx) => {
  const rows = overRows(node, receiver, callback, cx);
  if (rows !== undefined) return rows;
  const loop = loopOf(receiver, callback, cx);
  return eachValue(loop.iteration, callback.value(loop), cx.span(node));
});

/** `table.filter(test).map(f)` of a table with functions in it: one element for each row, where it is there. */
function overRows(
  node: CallExpression,
  receiver: Expression,
  callback: Callback,
  cx: Context,
): Expr | undefined {
  const { result, position } = callback;
  const rows = result === undefined || position !== undefined ? undefined : guardedRows(receiver, cx);
  if (result === undefined || rows === undefined) return undefined;
  const span = cx.span(node);
  const listOf = (items: readonly ListItem[]): Expr => {
    const element = elementOf(items.map(({ value }) => value.type));
    return { kind: "list", items, type: { kind: "list", element }, span };
  };
  const values = rows.map(({ row }) => result(contextOf(row, callback, cx)));
  const { type } = listOf(values.map((value) => ({ spread: false, value })));
  const items = values.map((value, position): ListItem => {
    const when = rows[position]?.when;
    if (when === undefined) return { spread: false, value };
    const [one, none] = [listOf([{ spread: false, value }]), listOf([])];
    return { spread: true, value: conditional(when, one, { ...none, type: one.type }, one.type, span) };
  });
  return { kind: "list", items, type, span };
}

/** `list.flatMap(f)`: where `f` gives no list, it is a `map`. */
export const flatMapped: Method = withCallback("flatMap", flatMap);

function flatMap(node: CallExpression, receiver: Expression, callback: Callback, cx: Context): Expr {
  const loop = loopOf(receiver, callback, cx);
  const value = callback.value(loop);
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
  if (node.getArguments().length > 0 || inner.kind !== "list")
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

import { type Expr, integerType, type ListItem, literal, type Type } from "@policyc/ir";
import { also, call, conditional } from "../build/nodes.js";
import type { Context } from "../context.js";
import { isA } from "../syntax/tree.js";
import { ts } from "../typescript.js";
import { bare } from "../visitors/expressions/bare.js";
import { bindRow } from "../visitors/rows/rows.js";
import { type Row, rowsOf } from "../visitors/rows/tables.js";
import { writtenAt } from "../visitors/rows/written.js";
import { type Callback, callbackOf } from "./callback.js";

/** A row of a table with functions in it, and when it is there. */
export interface GuardedRow {
  readonly row: Row;
  readonly when: Expr | undefined;
}

/** The rows of `table` or `table.filter(test)`, also by a name; nothing where the table has no functions in it. */
export function guardedRows(source: ts.Expression, around: Context): readonly GuardedRow[] | undefined {
  const rows = rowsOf(source, around);
  if (rows !== undefined) return rows.map((row) => ({ row, when: undefined }));
  const { node: call, scope } = writtenAt(source, around);
  const cx = around.seeing(scope);
  const callee = ts.isCallExpression(call) ? call.expression : undefined;
  if (!ts.isCallExpression(call) || !isA(ts.isPropertyAccessExpression, callee)) return undefined;
  const inner = callee.name.text === "filter" ? guardedRows(callee.expression, cx) : undefined;
  const [test] = call.arguments;
  const callback = test !== undefined ? callbackOf(bare(test), call, cx) : undefined;
  const truth = callback?.truth;
  if (inner === undefined || callback === undefined || truth === undefined) return undefined;
  return inner.flatMap(({ row, when }) => {
    const holds = truth(contextOf(row, callback, cx));
    if (holds.kind === "literal") return holds.value === true ? [{ row, when }] : [];
    return [{ row, when: also(when, holds, cx.span(call)) }];
  });
}

/** `table.length`, `table.filter(test).length`; nothing where the table has no functions in it. */
export function countOfRows(source: ts.Expression, cx: Context): Expr | undefined {
  const rows = guardedRows(source, cx);
  if (rows === undefined) return undefined;
  const span = cx.span(source);
  const type: Type = { kind: "list", element: integerType };
  const listOf = (items: readonly ListItem[]): Expr => ({ kind: "list", items, type, span });
  const items = rows.map(({ when }, position): ListItem => {
    const item = { spread: false, value: literal(position, span) };
    return when === undefined
      ? item
      : { spread: true, value: conditional(when, listOf([item]), listOf([]), type, span) };
  });
  return call("list.length", [listOf(items)], span);
}

/** What a callback sees that is called with a row. */
export function contextOf(row: Row, { item, parameter = item, scope }: Callback, cx: Context): Context {
  return bindRow(parameter, row, scope === undefined ? cx : cx.seeing(scope));
}

import type { Expr } from "@policyc/ir";
import { type Expression, Node } from "ts-morph";
import { logic } from "../build.js";
import type { Context } from "../context.js";
import { bare } from "../visitors/bare.js";
import { bindRow } from "../visitors/rows.js";
import { type Row, rowsOf } from "../visitors/tables.js";
import { type Callback, callbackOf } from "./callback.js";

/** A row of a table with functions in it, and when it is there. */
export interface GuardedRow {
  readonly row: Row;
  readonly when: Expr | undefined;
}

/** The rows of `table` or `table.filter(test)`; nothing where the table has no functions in it. */
export function guardedRows(source: Expression, cx: Context): readonly GuardedRow[] | undefined {
  const rows = rowsOf(source, cx);
  if (rows !== undefined) return rows.map((row) => ({ row, when: undefined }));
  const call = bare(source);
  const callee = Node.isCallExpression(call) ? call.getExpression() : undefined;
  if (!Node.isCallExpression(call) || !Node.isPropertyAccessExpression(callee)) return undefined;
  const inner = callee.getName() === "filter" ? guardedRows(callee.getExpression(), cx) : undefined;
  const [test] = call.getArguments();
  const callback = Node.isExpression(test) ? callbackOf(bare(test), call, cx) : undefined;
  const truth = callback?.truth;
  if (inner === undefined || callback === undefined || truth === undefined) return undefined;
  return inner.map(({ row, when }) => {
    const holds = truth(contextOf(row, callback, cx));
    return { row, when: when === undefined ? holds : logic("and", [when, holds], cx.span(call)) };
  });
}

/** What a callback sees that is called with a row. */
export function contextOf(row: Row, { item, scope = undefined }: Callback, cx: Context): Context {
  return bindRow(item, row, scope === undefined ? cx : cx.seeing(scope));
}

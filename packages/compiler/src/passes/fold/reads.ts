import type { Expr, RecordExpr } from "@policyc/ir";
import { absentRead } from "./literal.js";

/** Reads of records and lists that are written out. */
export function foldReads(expr: Expr): Expr {
  if (expr.kind === "field" && expr.of.kind === "record")
    return entryOf(expr.of, expr.name) ?? absentRead(expr);
  if (expr.kind !== "index" || expr.key.kind !== "literal") return expr;
  const { of, key } = expr;
  if (of.kind === "record" && typeof key.value === "string")
    return entryOf(of, key.value) ?? absentRead(expr);
  if (of.kind === "list" && typeof key.value === "number" && of.items.every(({ spread }) => !spread))
    return of.items[key.value]?.value ?? absentRead(expr);
  return expr;
}

function entryOf(record: RecordExpr, name: string): Expr | undefined {
  return record.entries.find((entry) => entry.name === name)?.value;
}

import {
  type Expr,
  expressionsIn,
  expressionsInStream,
  type Field,
  type Policy,
  type RecordExpr,
  type Stream,
} from "@policyc/ir";
import type { Pass } from "../tree/pass.js";
import { isFieldPath } from "../tree/path.js";
import { rewriteExpression, rewritePolicy, rewriteStream } from "../tree/rewrite.js";

/**
 * A record that is written out and of which only fields are read: those that are paths are read where they come from,
 * and what nobody reads goes, such as most of `{ ...pod.securityContext, ...container.securityContext }`.
 */
export const unpack: Pass = {
  name: "unpack",
  concerns: ["record"],
  run: (policy: Policy) => rewritePolicy(policy, { expression: inExpression, stream: inStream }),
};

function inExpression(expr: Expr): Expr {
  if (expr.kind !== "let" || expr.value.kind !== "record") return expr;
  const { name } = expr.binder;
  const reads = fieldsRead(expressionsIn(expr.body), name);
  if (reads === undefined) return expr;
  const { rest, entries } = taken(expr.value, reads);
  const body = rewriteExpression(expr.body, readingEntries(name, entries));
  return rest.entries.length === 0 ? body : { ...expr, value: rest, body };
}

function inStream(stream: Stream): Stream {
  if (stream.kind !== "bind" || stream.value.kind !== "record") return stream;
  const { name } = stream.binder;
  const reads = fieldsRead(expressionsInStream(stream.body), name);
  if (reads === undefined) return stream;
  const { rest, entries } = taken(stream.value, reads);
  const body = rewriteStream(stream.body, { expression: readingEntries(name, entries) });
  return rest.entries.length === 0 ? body : { ...stream, value: rest, body };
}

/** The names of the fields that are read; nothing where the record is read as a whole. */
export function fieldsRead(exprs: readonly Expr[], name: string): ReadonlySet<string> | undefined {
  const reads = exprs.flatMap((expr) => (isFieldOf(expr, name) ? [expr.name] : []));
  const all = exprs.filter((expr) => expr.kind === "local" && expr.name === name).length;
  return reads.length === all ? new Set(reads) : undefined;
}

export function isFieldOf(expr: Expr, name: string): expr is Field {
  return expr.kind === "field" && expr.of.kind === "local" && expr.of.name === name;
}

/** What is read elsewhere from now on, and what the record still has to hold. */
function taken(
  record: RecordExpr,
  reads: ReadonlySet<string>,
): { readonly entries: ReadonlyMap<string, Expr>; readonly rest: RecordExpr } {
  const isRead = record.entries.filter(({ name }) => reads.has(name));
  const entries = new Map(
    isRead.filter(({ value }) => isFieldPath(value)).map(({ name, value }) => [name, value]),
  );
  return { entries, rest: { ...record, entries: isRead.filter(({ name }) => !entries.has(name)) } };
}

function readingEntries(name: string, entries: ReadonlyMap<string, Expr>): (expr: Expr) => Expr {
  return (expr) => {
    const entry = isFieldOf(expr, name) ? entries.get(expr.name) : undefined;
    if (entry === undefined) return expr;
    // A test before may have shown that it is there.
    return entry.kind === "literal" || entry.kind === "absent" ? entry : { ...entry, type: expr.type };
  };
}

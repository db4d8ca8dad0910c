import {
  type Bind,
  type Expr,
  expressionsIn,
  expressionsInStream,
  type Policy,
  type RecordExpr,
  type Stream,
} from "@policyc/ir";
import { isConstructed } from "../fold/literal.js";
import { FreshNames } from "../tree/fresh-names.js";
import type { Pass } from "../tree/pass.js";
import { rewriteExpression, rewriteStream } from "../tree/rewrite.js";
import { fieldsRead, isFieldOf } from "./unpack.js";

/**
 * A record that is computed and of which only fields are read, such as what a container and its pod come to together:
 * each field that is read has a name of its own, and no object is made to be taken apart. Of Rego alone, where a rule
 * has only those that it reads.
 */
export const nameFields: Pass = {
  name: "name-fields",
  run: (policy: Policy) => {
    const names = FreshNames.of(policy);
    const body = rewriteStream(policy.body, {
      expression: (expr) => inExpression(expr, names),
      stream: (stream) => inStream(stream, names),
    });
    return { ...policy, body };
  },
};

function inExpression(expr: Expr, names: FreshNames): Expr {
  if (expr.kind !== "let" || expr.value.kind !== "record") return expr;
  const { binder, value, body } = expr;
  const reads = fieldsRead(expressionsIn(body), binder.name);
  if (reads === undefined || !hasAll(value, reads)) return expr;
  const named = namesOf(value, reads, names);
  return named.reduceRight<Expr>(
    (inner, { name, of }) => ({ ...expr, binder: { name, type: of.type }, value: of, body: inner }),
    rewriteExpression(body, readingNames(binder.name, named)),
  );
}

function inStream(stream: Stream, names: FreshNames): Stream {
  return (stream.kind === "bind" ? withNamedFields(stream, names) : undefined) ?? stream;
}

/** A name for each field of the record that is read; nothing where that is no record, or is read as a whole. */
export function withNamedFields(bind: Bind, names: FreshNames): Stream | undefined {
  const { binder, value, body } = bind;
  const reads = fieldsRead(expressionsInStream(body), binder.name);
  if (value.kind !== "record" || reads === undefined || !hasAll(value, reads)) return undefined;
  const named = namesOf(value, reads, names);
  return named.reduceRight<Stream>(
    (inner, { name, of }) => ({ ...bind, binder: { name, type: of.type }, value: of, body: inner }),
    rewriteStream(body, { expression: readingNames(binder.name, named) }),
  );
}

function hasAll({ entries }: RecordExpr, reads: ReadonlySet<string>): boolean {
  return [...reads].every((read) => entries.some(({ name }) => name === read));
}

interface NamedField {
  readonly field: string;
  readonly name: string;
  readonly of: Expr;
}

function namesOf(
  { entries }: RecordExpr,
  reads: ReadonlySet<string>,
  names: FreshNames,
): readonly NamedField[] {
  return entries
    .filter(({ name }) => reads.has(name))
    .map(({ name, value }) => ({ field: name, name: names.unique(name), of: value }));
}

function readingNames(record: string, named: readonly NamedField[]): (expr: Expr) => Expr {
  return (expr) => {
    if (expr.kind === "coalesce") return isMade(expr.of, named) ? expr.of : expr;
    if (!isFieldOf(expr, record)) return expr;
    const found = named.find(({ field }) => field === expr.name);
    if (found === undefined) return expr;
    const type = isConstructed(found.of) ? found.of.type : expr.type;
    return { kind: "local", name: found.name, type, span: expr.span };
  };
}

/** What was written out for the field is there: nothing needs to stand in for it. */
function isMade(expr: Expr, named: readonly NamedField[]): boolean {
  return expr.kind === "local" && named.some(({ name, of }) => name === expr.name && isConstructed(of));
}

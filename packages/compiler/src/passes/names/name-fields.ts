import {
  type Bind,
  type Binder,
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
 * each field that is read has a name of its own, and no object is made to be taken apart. A function that gives such a
 * record may be in its place by now, with names for its arguments.
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
  if (expr.kind !== "let") return expr;
  const { binder, body } = expr;
  const { before, value } = named(expr.value);
  const reads = fieldsRead(expressionsIn(body), binder.name);
  if (!isTakenApart(value) || reads === undefined || !hasAll(value, reads)) return expr;
  const fields = namesOf(value, reads, names);
  return [...before, ...fields].reduceRight<Expr>(
    (inner, { binder: name, value: of }) => ({ ...expr, binder: name, value: of, body: inner }),
    rewriteExpression(body, readingNames(binder.name, fields)),
  );
}

function inStream(stream: Stream, names: FreshNames): Stream {
  return (stream.kind === "bind" ? withNamedFields(stream, names) : undefined) ?? stream;
}

/** A name for each field of the record that is read; nothing where that is no record, or is read as a whole. */
export function withNamedFields(bind: Bind, names: FreshNames): Stream | undefined {
  const { binder, body } = bind;
  const { before, value } = named(bind.value);
  const reads = fieldsRead(expressionsInStream(body), binder.name);
  if (!isTakenApart(value) || reads === undefined || !hasAll(value, reads)) return undefined;
  const fields = namesOf(value, reads, names);
  return [...before, ...fields].reduceRight<Stream>(
    (inner, { binder: name, value: of }) => ({ ...bind, binder: name, value: of, body: inner }),
    rewriteStream(body, { expression: readingNames(binder.name, fields) }),
  );
}

/** A constant of which its author says something stays whole: the words are about all of it. */
function isTakenApart(value: Expr): value is RecordExpr {
  return value.kind === "record" && value.doc === undefined;
}

interface Named {
  readonly binder: Binder;
  readonly value: Expr;
}

/** What a value has names for before it says what it is: `let ports = … in let found = { … } in found`. */
function named(written: Expr): { readonly before: readonly Named[]; readonly value: Expr } {
  const before: Named[] = [];
  let value = written;
  while (value.kind === "let") {
    const { binder, body } = value;
    const isItself = body.kind === "local" && body.name === binder.name;
    if (!isItself) before.push({ binder, value: value.value });
    value = isItself ? value.value : body;
  }
  return { before, value };
}

function hasAll({ entries }: RecordExpr, reads: ReadonlySet<string>): boolean {
  return [...reads].every((read) => entries.some(({ name }) => name === read));
}

interface NamedField extends Named {
  readonly field: string;
}

function namesOf(
  { entries }: RecordExpr,
  reads: ReadonlySet<string>,
  names: FreshNames,
): readonly NamedField[] {
  return entries
    .filter(({ name }) => reads.has(name))
    .map(({ name, value }) => ({
      field: name,
      binder: { name: names.unique(name), type: value.type },
      value,
    }));
}

function readingNames(record: string, fields: readonly NamedField[]): (expr: Expr) => Expr {
  return (expr) => {
    if (expr.kind === "coalesce") return isMade(expr.of, fields) ? expr.of : expr;
    if (!isFieldOf(expr, record)) return expr;
    const found = fields.find(({ field }) => field === expr.name);
    if (found === undefined) return expr;
    const type = isConstructed(found.value) ? found.value.type : expr.type;
    return { kind: "local", name: found.binder.name, type, span: expr.span };
  };
}

/** What was written out for the field is there: nothing needs to stand in for it. */
function isMade(expr: Expr, fields: readonly NamedField[]): boolean {
  return (
    expr.kind === "local" &&
    fields.some(({ binder, value }) => binder.name === expr.name && isConstructed(value))
  );
}

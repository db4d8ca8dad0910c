import { type Call, type Compare, type Expr, literal, mayBeAbsent } from "@policyc/ir";
import { absentRead } from "../fold/literal.js";
import {
  byOrigins,
  type EntryRead,
  entryRead,
  type Origins,
  resultsOf,
  valuesRead,
} from "../tree/origins.js";
import type { Pass } from "../tree/pass.js";
import { rewritePolicy } from "../tree/rewrite.js";

/**
 * What is known of records that are written out, under a name, in a list or as what a function gives, is known where they
 * are read: `found.kind` of one that is always `{ kind: "none" }`, and that there is no `found.value`, `found[""]` or
 * `"" in found`, which OPA's type checker would refuse to read.
 */
export const knownForms: Pass = {
  name: "known-forms",
  concerns: ["record"],
  run: (policy) => {
    const results = resultsOf(policy);
    return byOrigins(policy, (scope, origins) => {
      const known = { ...origins, results };
      return rewritePolicy(scope, { expression: (expr) => withKnown(expr, known) });
    });
  },
};

function withKnown(expr: Expr, origins: Origins): Expr {
  if (expr.kind === "compare") return compared(expr, origins);
  if (expr.kind === "call") return asked(expr, origins);
  const read = entryRead(expr);
  return read === undefined ? expr : readOf(expr, read, origins);
}

function readOf(expr: Expr, read: EntryRead, origins: Origins): Expr {
  const values = valuesOf(read, origins);
  if (values === undefined) return expr;
  if (values.every((value) => value === undefined)) return absentRead(expr);
  const [first] = values;
  const isSame =
    first?.kind === "literal" &&
    (typeof first.value === "boolean" || isGiven(read, origins)) &&
    values.every((value) => value?.kind === "literal" && value.value === first.value);
  return isSame && !mayBeAbsent(expr.type) ? { ...first, span: expr.span } : expr;
}

/** By a function: `limits.most` of a table says more than the number. */
function isGiven(read: EntryRead, { values, lists }: Origins): boolean {
  return valuesOf(read, { values, lists }) === undefined;
}

/** `found.kind === "many"` of what is never one of many. */
function compared(expr: Compare, origins: Origins): Expr {
  const { operator, left, right, span } = expr;
  const [one, asked] = right.kind === "literal" ? [left, right] : [right, left];
  const read = entryRead(one);
  if ((operator !== "==" && operator !== "!=") || read === undefined || asked.kind !== "literal") return expr;
  const values = mayBeAbsent(one.type) ? undefined : valuesOf(read, origins);
  const isNever = values?.every((value) => value?.kind === "literal" && value.value !== asked.value);
  return isNever === true ? literal(operator === "!=", span) : expr;
}

/** `"" in found` of what never has that key. */
function asked(expr: Call, origins: Origins): Expr {
  const [of, key] = expr.args;
  if (expr.intrinsic !== "map.has" || of === undefined || key?.kind !== "literal") return expr;
  const values = valuesOf({ of, name: String(key.value) }, origins);
  return values?.every((value) => value === undefined) ? literal(false, expr.span) : expr;
}

/** Of a record in its place `fold` knows. */
function valuesOf(read: EntryRead, origins: Origins): readonly (Expr | undefined)[] | undefined {
  return read.of.kind === "record" ? undefined : valuesRead(read, origins);
}

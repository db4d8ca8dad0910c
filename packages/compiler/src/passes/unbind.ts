import {
  type Binder,
  type Expr,
  expressionsIn,
  expressionsInStream,
  isEmpty,
  mapChildren,
  mapStream,
  type Stream,
  substitute,
} from "@policyc/ir";
import { bindsNames } from "./fingerprint.js";
import { isSplit } from "./first-parts.js";
import type { Pass } from "./pass.js";
import { isFieldPath, isRule } from "./path.js";
import { readsIn, readsOf } from "./rewrite.js";
import { substituteInStream } from "./substitute.js";

/** A name that only stands for a path, a rule, a literal, a truth or nothing is replaced by it: engines have no use for it. */
export const unbind: Pass = {
  name: "unbind",
  run: (policy) => ({
    ...policy,
    functions: policy.functions.map((fn) => ({
      ...fn,
      body:
        fn.body.kind === "value"
          ? { kind: "value", value: inExpr(fn.body.value) }
          : { kind: "stream", stream: inStream(fn.body.stream) },
    })),
    body: inStream(policy.body),
  }),
};

/** Of `[]` and `{}` it is decided what is read, and OPA refuses to read what is not there. */
function stands(value: Expr, reads: number): boolean {
  return (
    isFieldPath(value) ||
    isRule(value) ||
    isEmpty(value) ||
    (reads === 1 && isSplit(value)) ||
    (value.type.kind === "boolean" && (reads < 2 || !bindsNames(value)))
  );
}

/** What was searched for, of which it is only asked once whether it is there. */
function isAskedAlone(value: Expr, reads: number, asked: () => number): boolean {
  return value.kind === "index" && value.of.kind === "collect" && reads === 1 && asked() === 1;
}

/** An object of constants of which nothing but known keys is read: OPA refuses those that it does not have. */
function isTableOfKeys(value: Expr, reads: number, byKey: () => number): boolean {
  const isOfConstants =
    value.kind === "record" && value.entries.every((entry) => entry.value.kind === "literal");
  return isOfConstants && byKey() === reads;
}

function readsKeyOf(name: string): (expr: Expr) => boolean {
  return (expr) =>
    (expr.kind === "field" || (expr.kind === "index" && expr.key.kind === "literal")) &&
    expr.of.kind === "local" &&
    expr.of.name === name;
}

function asksFor(name: string): (expr: Expr) => boolean {
  return (expr) => expr.kind === "present" && expr.of.kind === "local" && expr.of.name === name;
}

function inStream(stream: Stream): Stream {
  const inner = mapStream(stream, inExpr, inStream);
  if (inner.kind !== "bind") return inner;
  const { binder, value, body } = inner;
  const reads = readsIn(body, binder.name);
  const asked = (): number => expressionsInStream(body).filter(asksFor(binder.name)).length;
  const byKey = (): number => expressionsInStream(body).filter(readsKeyOf(binder.name)).length;
  if (!stands(value, reads) && !isAskedAlone(value, reads, asked) && !isTableOfKeys(value, reads, byKey))
    return inner;
  return substituteInStream(inner.body, new Map([[inner.binder.name, named(inner)]]));
}

function inExpr(expr: Expr): Expr {
  const inner = mapChildren(expr, inExpr);
  if (inner.kind !== "let") return inner;
  const { binder, value, body } = inner;
  const reads = readsOf(body, binder.name);
  const asked = (): number => expressionsIn(body).filter(asksFor(binder.name)).length;
  const byKey = (): number => expressionsIn(body).filter(readsKeyOf(binder.name)).length;
  const isPart = reads === 1 && isPartOf(body, binder);
  if (
    !stands(value, reads) &&
    !isAskedAlone(value, reads, asked) &&
    !isPart &&
    !isTableOfKeys(value, reads, byKey)
  )
    return inner;
  return substitute(inner.body, new Map([[inner.binder.name, named(inner)]]));
}

/** Is it what a field is made of, `{ text }`? The field says what it is, and a name beside would need a rule of its own. */
function isPartOf(body: Expr, { name }: Binder): boolean {
  return (
    body.kind === "record" && body.entries.some(({ value }) => value.kind === "local" && value.name === name)
  );
}

/** A truth that needs a rule of its own is called what the author calls it. */
function named({ binder, value }: { readonly binder: Binder; readonly value: Expr }): Expr {
  const needsRule = value.kind === "logic" || value.kind === "quantify" || value.kind === "conditional";
  return needsRule ? { ...value, name: binder.name } : value;
}

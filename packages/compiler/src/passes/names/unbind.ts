import {
  type Binder,
  type Expr,
  expressionsIn,
  expressionsInStream,
  freeNames,
  isEmpty,
  mapChildren,
  mapStream,
  type Stream,
  substitute,
  weight,
} from "@policyc/ir";
import { isSplit } from "../loops/first-parts.js";
import { bindsNames } from "../tree/fingerprint.js";
import type { Pass } from "../tree/pass.js";
import { isFieldPath, isNamed, isPath, isRule } from "../tree/path.js";
import { isReadInLoop, isReadInLoopOf } from "../tree/read-in-loop.js";
import { readsIn, readsOf } from "../tree/rewrite.js";
import { substituteInStream } from "../tree/substitute.js";

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

/** Does its value take the place of a name? By all that is said below the name. */
function isReplaced(name: string, value: Expr, reads: number, below: () => readonly Expr[]): boolean {
  if (stands(value, reads)) return true;
  // What was searched for, of which it is only asked once whether it is there.
  if (value.kind === "index" && value.of.kind === "collect")
    return reads === 1 && below().filter(asksFor(name)).length === 1;
  // An object of constants of which nothing but known keys is read: OPA refuses those that it does not have.
  const isOfConstants =
    value.kind === "record" && value.entries.every((entry) => entry.value.kind === "literal");
  return isOfConstants && below().filter(readsKeyOf(name)).length === reads;
}

/**
 * `const values = requirement.values ?? []`, of which it is only asked whether something is among them: in Rego the field
 * itself is asked, and nothing has to stand in for it.
 */
function isAskedAtOnce(name: string, value: Expr, reads: number, below: () => readonly Expr[]): boolean {
  if (reads !== 1 || value.kind !== "coalesce" || !isPath(value) || weight(value) > shortPath) return false;
  return below().some((expr) => {
    if (expr.kind === "compare")
      return isNamed(expr.left, name) && expr.right.kind === "literal" && value.fallback.kind === "literal";
    return expr.kind === "call" && expr.intrinsic === "list.includes" && isNamed(expr.args[0], name);
  });
}

const shortPath = 6;

/** `const who = `container <${name}>`` of each turn, of which nothing but texts are made: each says it whole. */
function isSaid(name: string, value: Expr, reads: number, below: () => readonly Expr[]): boolean {
  if (value.kind !== "concat" || reads === 0 || weight(value) > shortText || freeNames(value).size === 0)
    return false;
  const parts = below().flatMap((expr) => (expr.kind === "concat" ? expr.parts : []));
  return parts.filter((part) => isNamed(part, name)).length === reads;
}

const shortText = 8;

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
  const below = (): readonly Expr[] => expressionsInStream(body);
  const isAsked = isAskedAtOnce(binder.name, value, reads, below) || isSaid(binder.name, value, reads, below);
  if (
    !(isAsked && !isReadInLoopOf(body, binder.name)) &&
    !isReplaced(binder.name, value, reads, () => expressionsInStream(body))
  )
    return inner;
  return substituteInStream(inner.body, new Map([[inner.binder.name, named(inner)]]));
}

function inExpr(expr: Expr): Expr {
  const inner = mapChildren(expr, inExpr);
  if (inner.kind !== "let") return inner;
  const { binder, value, body } = inner;
  if (body.kind === "local" && body.name === binder.name) return named(inner);
  const reads = readsOf(body, binder.name);
  const isAsked = isAskedAtOnce(binder.name, value, reads, () => expressionsIn(body));
  const isPart = reads === 1 && (isPartOf(body, binder) || (isAsked && !isReadInLoop(body, binder.name)));
  if (!isPart && !isReplaced(binder.name, value, reads, () => expressionsIn(body))) return inner;
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

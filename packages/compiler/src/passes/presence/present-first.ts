import {
  type Bind,
  booleanType,
  type Conditional,
  type Expr,
  expressionsInStream,
  literal,
  mayBeAbsent,
  type Policy,
  required,
  type Stream,
} from "@policyc/ir";
import { isTrue } from "../fold/literal.js";
import { conjunction, negated } from "../fold/logic.js";
import { FreshNames, Renaming } from "../tree/fresh-names.js";
import type { Pass } from "../tree/pass.js";
import { rewriteStream } from "../tree/rewrite.js";

/**
 * `const problem = test ? text : undefined; if (problem) yield …` asks the test, and then has the text: nothing that may
 * be absent is made to be asked whether it is there.
 */
export const presentFirst: Pass = {
  name: "present-first",
  run: (policy) => ({ ...policy, body: rewritten(policy, () => true) }),
};

/** Of Rego alone: where the value has several ways, a rule says them once. */
export const presentFirstOfOne: Pass = {
  name: "present-first-of-one",
  run: (policy) => ({ ...policy, body: rewritten(policy, isOfOne) }),
};

function isOfOne({ then, else: otherwise }: Conditional): boolean {
  return then.kind === "absent" || otherwise.kind === "absent";
}

function rewritten(policy: Policy, isTaken: (value: Conditional) => boolean): Stream {
  const names = FreshNames.of(policy);
  return rewriteStream(policy.body, {
    stream: (stream) => (stream.kind === "bind" ? asked(stream, isTaken, names) : stream),
  });
}

function asked(bind: Bind, isTaken: (value: Conditional) => boolean, names: FreshNames): Stream {
  const { value, binder } = bind;
  if (value.kind === "let") {
    const { binder: outer, value: of, body } = value;
    const inner = asked({ ...bind, value: body }, isTaken, names);
    return inner.kind === "bind" && inner.value === body
      ? bind
      : { kind: "bind", binder: outer, value: of, body: inner, span: bind.span };
  }
  if (value.kind !== "conditional" || !mayBeAbsent(binder.type) || !isTaken(value)) return bind;
  const there = whereThere(value, names);
  const question = there === undefined ? undefined : questionOf(bind.body, binder.name);
  if (there === undefined || question === undefined) return bind;
  const { others, then } = question;
  const rest: Stream =
    others.length === 0
      ? then
      : { kind: "guard", when: conjunction(others, bind.span), then, span: bind.span };
  if (!isReadAsThere(rest, binder.name)) return bind;
  const inner: Stream = {
    ...bind,
    binder: { ...binder, type: required(binder.type) },
    value: there.value,
    body: rest,
  };
  return { kind: "guard", when: there.when, then: inner, span: bind.span };
}

/** `if (x !== undefined && …) …`, and nothing else. */
function questionOf(
  body: Stream,
  name: string,
): { readonly others: readonly Expr[]; readonly then: Stream } | undefined {
  if (body.kind !== "guard") return undefined;
  const { when, then } = body;
  const [first, ...others] = when.kind === "logic" && when.operator === "and" ? when.operands : [when];
  const isAsked = first?.kind === "present" && first.of.kind === "local" && first.of.name === name;
  return isAsked ? { others, then } : undefined;
}

function isReadAsThere(stream: Stream, name: string): boolean {
  return expressionsInStream(stream).every(
    (expr) => expr.kind !== "local" || expr.name !== name || !mayBeAbsent(expr.type),
  );
}

interface There {
  readonly when: Expr;
  readonly value: Expr;
}

/** When a choice gives something, and what; nothing where a way of it may give either. */
function whereThere(expr: Expr, names: FreshNames): There | undefined {
  if (!mayBeAbsent(expr.type) && expr.type.kind !== "absent")
    return { when: literal(true, expr.span), value: expr };
  if (expr.kind !== "conditional") return undefined;
  const { test, then, else: otherwise, span } = expr;
  const [one, other] = [whereThere(then, names), whereThere(otherwise, names)];
  if (otherwise.kind === "absent" && one !== undefined)
    return { when: isTrue(one.when) ? test : conjunction([test, one.when], span), value: one.value };
  if (then.kind === "absent" && other !== undefined)
    return {
      when: isTrue(other.when) ? negated(test) : conjunction([negated(test), other.when], span),
      value: other.value,
    };
  if (one === undefined || other === undefined || !isTrue(one.when)) return undefined;
  const copy = new Renaming(names).expression(test);
  const when: Expr = { kind: "logic", operator: "or", operands: [copy, other.when], type: booleanType, span };
  return { when, value: { ...expr, then: one.value, else: other.value, type: required(expr.type) } };
}

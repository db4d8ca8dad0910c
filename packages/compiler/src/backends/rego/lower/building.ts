import { type Expr, type ExprOf, isEmpty, mayBeAbsent } from "@policyc/ir";
import { type Body, callTerm, infix, expr as line, scalar, set, type Term, variable } from "../syntax.js";
import { withoutUnread } from "../tidy/tidy.js";
import { alternatives } from "./alternatives.js";
import { assign, loop, type Tests, unread } from "./bindings.js";
import type { Context } from "./context.js";
import { withoutEmptyFallback } from "./definedness.js";
import { elementOf } from "./element.js";
import { namesFor } from "./helper-names.js";

/** A template: the format for `sprintf` and what goes into it. */
export function concat({ parts }: ExprOf<"concat">, cx: Context): Term {
  const format = parts
    .map((part) => (part.kind === "literal" ? String(part.value).replaceAll("%", "%%") : "%v"))
    .join("");
  const args = parts.filter((part) => part.kind !== "literal").map((part) => cx.total(part));
  return args.length === 0
    ? scalar(format.replaceAll("%%", "%"))
    : callTerm("sprintf", scalar(format), { kind: "array", items: args });
}

/** `[a, ...b]`: the lists in it are joined. */
export function list({ items }: ExprOf<"list">, cx: Context): Term {
  const pieces: Term[] = [];
  let run: Term[] = [];
  for (const { spread, value: item } of items) {
    if (!spread) {
      run.push(cx.total(item));
      continue;
    }
    if (run.length > 0) pieces.push({ kind: "array", items: run });
    run = [];
    pieces.push(cx.total(item));
  }
  if (run.length > 0 || pieces.length === 0) pieces.push({ kind: "array", items: run });
  return pieces.reduce((left, right) => callTerm("array.concat", left, right));
}

/** `...(test ? [a] : [])`, or the other way round: the element, where the test holds. */
export function whereChosen(expr: Expr, cx: Context): Term | undefined {
  if (expr.kind !== "conditional") return undefined;
  const { test, then, else: otherwise } = expr;
  if (isEmpty(then) && !isEmpty(otherwise))
    return whereChosen({ ...expr, test: not(test), then: otherwise, else: then }, cx);
  if (!isEmpty(otherwise) || then.kind !== "list") return undefined;
  const [only, second] = then.items;
  if (only === undefined || only.spread || second !== undefined) return undefined;
  const head = cx.total(only.value);
  const body = withoutUnread(once(test, cx), head);
  return { kind: "comprehension", into: "array", head, body };
}

/** Neither of two: where both are told by what is not so, one of them. */
function not(operand: Expr): Expr {
  if (operand.kind === "not") return operand.operand;
  if (operand.kind === "logic" && operand.operands.every(({ kind }) => kind === "not"))
    return {
      ...operand,
      operator: operand.operator === "and" ? "or" : "and",
      operands: operand.operands.map(not),
    };
  return { kind: "not", operand, type: { kind: "boolean" }, span: operand.span };
}

/** `{ a: 1, b }`; an entry whose value is absent is left out, so that a reader finds nothing rather than null. */
export function record({ entries }: ExprOf<"record">, cx: Context): Term {
  const whole: Term = {
    kind: "object",
    entries: entries.map(({ name, value: of }) => [name, cx.total(of)] as const),
  };
  if (!entries.some(({ value: of }) => mayBeAbsent(of.type))) return whole;
  const [field, given] = [unread("field", whole), unread("given", whole)];
  const body: Body = [
    { kind: "some", key: field, name: given, over: whole },
    line(infix("!=", variable(given), scalar(null))),
  ];
  return { kind: "mapping", key: variable(field), value: variable(given), body };
}

/** `new Set(list)`: what is written out, or gathered, is made a set in place. */
export function setOf(list: Term): Term {
  if (list.kind === "array") return set(list.items);
  if (list.kind === "comprehension") return { ...list, into: "set" };
  const name = unread("element", list);
  return {
    kind: "comprehension",
    into: "set",
    head: variable(name),
    body: [{ kind: "some", name, over: list }],
  };
}

/** A test that succeeds once: each time that it did, a list would have the element again. */
function once(where: Expr, cx: Context): Body {
  if (where.kind === "logic" && where.operator === "and")
    return where.operands.flatMap((operand) => once(operand, cx));
  if (where.kind === "let") return [assign(where.binder.name, where.value, cx), ...once(where.body, cx)];
  const lines = cx.holds(where);
  if (lines.every(({ kind }) => kind !== "some")) return lines;
  const ways = alternatives(where, cx).map((body) => ({ body }));
  return [line(cx.helper(namesFor(where), [where], ways))];
}

/** `filter`, `map` and `flatMap` are comprehensions. */
export function collect(expr: ExprOf<"collect">, cx: Context): Term {
  const tests: Tests = expr.into === "list" ? once : (where, inner) => inner.holds(where);
  const tested: Body = [
    ...loop(expr.iteration, cx, tests),
    ...(expr.where === undefined ? [] : tests(expr.where, cx)),
  ];
  const { body, head } = expr.flatten
    ? { body: tested, head: cx.value(withoutEmptyFallback(expr.value)) }
    : elementOf(expr.value, tested, cx);
  if (expr.into === "map") {
    const key = cx.value(expr.mapKey ?? expr.value);
    return { kind: "mapping", key, value: head, body: withoutUnread(body, key, head) };
  }
  const into = expr.into === "set" ? "set" : "array";
  if (!expr.flatten) return { kind: "comprehension", into, head, body: withoutUnread(body, head) };
  // `xs.flatMap((x) => x.ys.map(f))` is one comprehension with two loops.
  if (into === "array" && head.kind === "comprehension" && head.into === "array")
    return { ...head, body: [...withoutUnread(body, head), ...head.body] };
  const name = unread("element", head, body);
  const lines: Body = [...withoutUnread(body, head), { kind: "some", name, over: head }];
  return { kind: "comprehension", into, head: variable(name), body: lines };
}

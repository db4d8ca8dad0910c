import { type Expr, mayBeAbsent, type Stream } from "@policyc/ir";
import { local } from "../../build/nodes.js";
import { guardedRows } from "../../builtins/guarded-rows.js";
import type { Context, Yielded } from "../../context.js";
import { notAViolation, recursion } from "../../diagnostics/flow.js";
import { mayBeAbsentHere } from "../../diagnostics/types.js";
import type { FunctionNode, Written } from "../../scope.js";
import { calledOfSdk } from "../../syntax/names.js";
import { isA } from "../../syntax/tree.js";
import { isGenerator } from "../../types/generated.js";
import { typeAt } from "../../types/kept.js";
import { isListOfViolations, isViolation } from "../../types/violations.js";
import { ts } from "../../typescript.js";
import { bare } from "../expressions/bare.js";
import { openLoop } from "../loops/iteration.js";
import { choosesAmongWritten, chosenAmong } from "../rows/alternatives.js";
import { bindRow } from "../rows/rows.js";
import { closureOf } from "../rows/written.js";
import { violationOf, violationsOf } from "./violation-lists.js";

/** `yield violation(…)`, `yield* …`. */
export function yielded(node: ts.YieldExpression, cx: Context): Stream {
  const value = node.expression;
  if (cx.yielded !== undefined && value !== undefined) return yieldedValue(node, value, cx.yielded, cx);
  if (value !== undefined && node.asteriskToken !== undefined)
    return delegated(bare(value), cx) ?? notYielded(node, cx);
  if (value !== undefined && !isMadeHere(bare(value)) && isViolation(typeAt(value)))
    return violationOf(made(bare(value), cx));
  const [message, at] = isA(ts.isCallExpression, value) ? value.arguments : [];
  if (!isA(ts.isCallExpression, value) || calledOfSdk(value) !== "violation") return notYielded(node, cx);
  if (message === undefined) return notYielded(node, cx);
  return violation(message, at, cx, node);
}

/** `violation(message, object)`. */
function isMadeHere(value: ts.Expression): boolean {
  return ts.isCallExpression(value) && calledOfSdk(value) === "violation";
}

/** What a function makes is said in place: no engine has to hold a violation. */
function made(value: ts.Expression, cx: Context): Expr {
  const closure = ts.isCallExpression(value) ? closureOf(value.expression, cx) : undefined;
  return closure !== undefined && ts.isCallExpression(value)
    ? cx.policy.functions.inPlace(closure, value, cx)
    : there(value, cx);
}

/** `yield value`, `yield* values`, of a generator of values. */
function yieldedValue(node: ts.YieldExpression, value: ts.Expression, each: Yielded, cx: Context): Stream {
  if (node.asteriskToken === undefined) return each(cx.expression(value), value);
  const generated = generatedBy(value, cx, each);
  if (generated !== undefined) return generated;
  const { iteration, cx: inner } = openLoop(value, undefined, undefined, cx);
  return {
    kind: "each",
    iteration,
    body: each(local(iteration.binder, inner.span(value)), value),
    span: cx.span(node),
  };
}

/** What comes of each value of a call of a generator; nothing where it is none of values. */
export function generatedBy(written: ts.Expression, cx: Context, each: Yielded): Stream | undefined {
  const node = bare(written);
  const closure = ts.isCallExpression(node) ? closureOf(node.expression, cx) : undefined;
  if (!ts.isCallExpression(node) || closure === undefined) return undefined;
  return cx.policy.functions.generate(closure, node, cx, each);
}

function notYielded(node: ts.Node, cx: Context): Stream {
  cx.report(notAViolation(cx.span(node)));
  return nothing(node, cx);
}

/** `yield* …`: the violations of what is called, of one of two, or of none. */
export function delegated(value: ts.Expression, cx: Context): Stream | undefined {
  const span = cx.span(value);
  if (ts.isArrayLiteralExpression(value) && value.elements.length === 0) return nothing(value, cx);
  if (ts.isConditionalExpression(value)) {
    const [then, otherwise] = [value.whenTrue, value.whenFalse].map((way) => delegated(bare(way), cx));
    if (then === undefined || otherwise === undefined) return undefined;
    return { kind: "branch", test: cx.condition(value.condition), then, else: otherwise, span };
  }
  // `table[key]?.(c) ?? []`: without an entry there is nothing to yield.
  if (ts.isBinaryExpression(value) && value.operatorToken.getText() === "??") {
    const [called, none] = [bare(value.left), bare(value.right)];
    const isNothing = ts.isArrayLiteralExpression(none) && none.elements.length === 0;
    return (isNothing ? delegated(called, cx) : undefined) ?? listed(value, cx);
  }
  if (!ts.isCallExpression(value)) return listed(value, cx);
  const callee = value.expression;
  const each = mappedViolations(value, cx);
  if (each !== undefined) return each;
  const fn = closureOf(callee, cx);
  if (fn !== undefined) return delegatedTo(fn, value, cx);
  if (isListOfViolations(value)) return listed(value, cx);
  const chosen = choosesAmongWritten(callee, cx)
    ? chosenAmong(callee, cx, (one) => (one === undefined ? nothing(value, cx) : delegatedTo(one, value, cx)))
    : undefined;
  return chosen?.reduceRight<Stream>(
    (otherwise, { when, value: then }) =>
      when === undefined ? then : { kind: "branch", test: when, then, else: otherwise, span },
    nothing(value, cx),
  );
}

function there(value: ts.Expression, cx: Context): Expr {
  const violation = cx.expression(value);
  return violation.kind !== "invalid" && mayBeAbsent(violation.type)
    ? cx.invalid(mayBeAbsentHere(cx.span(value), `\`${value.getText()}\``))
    : violation;
}

/** A list of violations. */
function listed(value: ts.Expression, cx: Context): Stream | undefined {
  return isListOfViolations(value) ? violationsOf(there(value, cx), cx) : undefined;
}

function delegatedTo(fn: Written<FunctionNode>, value: ts.CallExpression, cx: Context): Stream {
  if (!isGenerator(fn.node) && isListOfViolations(value))
    return violationsOf(cx.policy.functions.inPlace(fn, value, cx), cx);
  const stream = cx.policy.functions.delegate(fn, value, cx);
  if (stream !== undefined) return stream;
  const span = cx.span(value);
  cx.report(isGenerator(fn.node) ? recursion(span, value.expression.getText()) : notAViolation(span));
  return nothing(value, cx);
}

/** `yield* list.map((item) => violation(…))` is a loop that yields. */
function mappedViolations(node: ts.CallExpression, cx: Context): Stream | undefined {
  const callee = node.expression;
  const [fn] = node.arguments;
  if (!ts.isPropertyAccessExpression(callee) || callee.name.text !== "map" || !isA(ts.isArrowFunction, fn))
    return undefined;
  const made = fn.body;
  if (!ts.isCallExpression(made) || calledOfSdk(made) !== "violation") return undefined;
  const [message, at] = made.arguments;
  if (message === undefined) return undefined;
  const [item, position] = fn.parameters.map((parameter) => parameter.name);
  const one = (inner: Context): Stream => violation(message, at, inner, made);
  const span = cx.span(node);
  const rows = position === undefined ? guardedRows(callee.expression, cx) : undefined;
  if (rows !== undefined) {
    const items = rows.map(({ row, when }): Stream => {
      const then = one(bindRow(item, row, cx.insideLoop()));
      return when === undefined ? then : { kind: "guard", when, then, span };
    });
    return { kind: "sequence", items, span };
  }
  const { iteration, cx: inner } = openLoop(callee.expression, item, position, cx);
  return { kind: "each", iteration, body: one(inner), span };
}

/** A violation; `at` is kept where it is a plain path. */
export function violation(
  message: ts.Expression,
  at: ts.Expression | undefined,
  cx: Context,
  node: ts.Node,
): Stream {
  const text = cx.expression(message);
  const checked =
    text.kind !== "invalid" && mayBeAbsent(text.type)
      ? cx.invalid(mayBeAbsentHere(cx.span(message), "the message"))
      : text;
  const place = at === undefined ? undefined : cx.expression(at);
  return {
    kind: "violation",
    message: checked,
    span: cx.span(node),
    ...(place === undefined ? {} : { at: place }),
  };
}

function nothing(node: ts.Node, cx: Context): Stream {
  return { kind: "sequence", items: [], span: cx.span(node) };
}

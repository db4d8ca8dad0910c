import { type Span, startOf } from "@policyc/diagnostics";
import { absent, type Expr, mayBeAbsent, required } from "@policyc/ir";
import { either } from "../../build/either.js";
import { let_, ofType } from "../../build/nodes.js";
import type { Context } from "../../context.js";
import { functionAround } from "../../syntax/function-around.js";
import { isLoop } from "../../syntax/loops.js";
import { isOf } from "../../types/flags.js";
import { returnTypeOf } from "../../types/shape.js";
import { ts } from "../../typescript.js";
import { searchLoop } from "../loops/search.js";
import { changes } from "../variables/accumulation.js";
import { seenFilled } from "../variables/filling.js";
import { isSeen } from "../variables/fills-seen.js";
import {
  type Change,
  isVariable,
  named,
  within,
  withSeen,
  withValues,
  withVariables,
} from "../variables/variables.js";
import { type Declaration, declarationsOf, opened } from "./declarations.js";
import { isNeverReached } from "./never-reached.js";
import { unsupportedStatement } from "./unsupported-statement.js";
import { contentsOf, leaves, waysOf } from "./ways.js";

/** The value that a function's statements return: `const` becomes a let, `if` and `switch` a choice. */
export function result(nodes: readonly ts.Statement[], cx: Context, end?: Span): Expr {
  const [first, ...others] = nodes;
  if (first === undefined) return absent(end ?? startOf(""));
  if (ts.isReturnStatement(first)) {
    const value = first.expression;
    if (value === undefined) return absent(cx.span(first));
    return returnsBoolean(first) ? cx.condition(value) : asReturned(cx.expression(value), first, cx);
  }
  const after = ts.isBreakStatement(first) ? cx.afterBreak(first) : undefined;
  if (after !== undefined) return result(after.statements, cx, end);
  const inside = contentsOf(first);
  if (inside !== undefined) return result([...inside, ...others], cx, end);
  if (ts.isVariableStatement(first) && isSeen(first)) {
    const { bound, inner } = withSeen(first, cx);
    return within(bound, result(others, inner, end));
  }
  if (ts.isVariableStatement(first))
    return isVariable(first)
      ? variables(first, others, cx, end)
      : constants(declarationsOf(first, cx), others, cx);
  const changed = changes(first, cx);
  const next = (inner: Context, until?: Span): Expr => {
    const { bound, inner: seen } = withValues(seenFilled(first, cx), inner);
    return within(bound, result(others, seen, until));
  };
  if (changed !== undefined) return rebound(changed, cx, (inner) => next(inner, end));
  if (ts.isFunctionDeclaration(first)) return result(others, cx, end);
  if (isLoop(first)) return searchLoop(first, cx, () => next(cx, end ?? cx.span(first)));
  if (ts.isIfStatement(first) || ts.isSwitchStatement(first)) {
    const inside = ts.isSwitchStatement(first) ? cx.insideSwitch(first, { statements: others }) : cx;
    return (
      waysOf(first, cx).reduceRight<Expr | undefined>((otherwise, way) => {
        const nodes = [...way.body, ...(leaves(way.body) ? [] : others)];
        // Every case is handled, as TypeScript has seen: nothing falls out at the end.
        const isNoWay = nodes[0] === undefined ? alwaysReturns(first, cx) : isNeverReached(nodes[0]);
        if (way.test === undefined && isNoWay) return undefined;
        const value = result(nodes, inside, cx.span(first));
        if (way.test === undefined || otherwise === undefined) return value;
        return either(way.test, value, otherwise, cx.span(way.node));
      }, undefined) ?? absent(cx.span(first))
    );
  }
  return cx.invalid(unsupportedStatement(first, cx));
}

/** What follows sees the new values of `let`s. */
function rebound(changed: readonly Change[], cx: Context, next: (inner: Context) => Expr): Expr {
  const [first, ...more] = changed;
  if (first === undefined) return next(cx);
  const { name, meaning } = first;
  const { binder, value, inner } = named(name, meaning, cx);
  const body = rebound(more, inner, next);
  return body.kind === "local" && body.name === binder.name ? value : let_(binder, value, body, value.span);
}

function variables(
  node: ts.VariableStatement,
  others: readonly ts.Statement[],
  cx: Context,
  end?: Span,
): Expr {
  const { bound, inner } = withVariables(node, cx);
  return bound.reduceRight<Expr>(
    (body, { binder, value }) => let_(binder, value, body, value.span),
    result(others, inner, end),
  );
}

/** `const`s of the body; one that is only a name for a path is that path. */
function constants(declarations: readonly Declaration[], others: readonly ts.Statement[], cx: Context): Expr {
  const [first, ...more] = declarations;
  if (first === undefined) return result(others, cx);
  const { bound, inner } = opened(first, cx);
  const body = constants(more, others, inner);
  return bound === undefined ? body : let_(bound.binder, bound.value, body, cx.span(first.node));
}

/** A list is one of what the function's type says: of other ways it may hold what is absent. */
function asReturned(value: Expr, node: ts.Node, cx: Context): Expr {
  const fn = required(value.type).kind === "list" ? functionAround(node) : undefined;
  return fn === undefined ? value : ofType(value, cx.typeOf(returnTypeOf(fn)));
}

function alwaysReturns(node: ts.Node, cx: Context): boolean {
  const fn = functionAround(node);
  return fn !== undefined && !mayBeAbsent(cx.typeOf(returnTypeOf(fn)));
}

function returnsBoolean(node: ts.Node): boolean {
  const fn = functionAround(node);
  return fn !== undefined && isOf(returnTypeOf(fn), ts.TypeFlags.Boolean);
}

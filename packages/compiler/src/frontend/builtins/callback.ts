import { type Expr, integerType, mayBeAbsent, stringType } from "@policyc/ir";
import { call as intrinsicCall, local } from "../build/nodes.js";
import type { Context } from "../context.js";
import { callbackNeeded, wrongArguments } from "../diagnostics/syntax.js";
import { unprintable } from "../diagnostics/text.js";
import { mayBeAbsentHere } from "../diagnostics/types.js";
import { resultOf } from "../functions/function-body.js";
import type { FunctionNode, Scope, Written } from "../scope.js";
import { isOwnName, nameInUse } from "../syntax/names.js";
import { isA } from "../syntax/tree.js";
import { isGenerator } from "../types/generated.js";
import { ts } from "../typescript.js";
import { bare } from "../visitors/expressions/bare.js";
import { intrinsicOf } from "../visitors/expressions/intrinsic.js";
import { isPrintable } from "../visitors/expressions/literals.js";
import { truthOf } from "../visitors/expressions/truth.js";
import { type Loop, openLoop } from "../visitors/loops/iteration.js";
import { closureOf } from "../visitors/rows/written.js";
import { isWhole } from "./is-integer.js";
import type { Method } from "./method.js";
import { numberOfParts } from "./number-of-digits.js";

/** What an array method calls for each element. */
export interface Callback {
  readonly item: ts.BindingName | undefined;
  /** What a function with a name calls it: such a function is called with each element, and written out for a row alone. */
  readonly parameter?: ts.BindingName | undefined;
  readonly position: ts.BindingName | "unnamed" | undefined;
  /** The list itself. */
  readonly all?: ts.BindingName | undefined;
  /** The names that it sees, where they are not those around the call. */
  readonly scope: Scope | undefined;
  /** What it returns, in the context of the loop. */
  readonly value: (loop: Loop) => Expr;
  /** The truth of that. */
  readonly condition: (loop: Loop) => Expr;
  /** Both where its parameters have a meaning already: a row of a table with functions in it. */
  readonly result?: (cx: Context) => Expr;
  readonly truth?: (cx: Context) => Expr;
}

type Lowering = (node: ts.CallExpression, receiver: ts.Expression, callback: Callback, cx: Context) => Expr;

/** A method that takes a function: it becomes a loop, since the engines have no functions as values. */
export function withCallback(name: string, lower: Lowering): Method {
  return (node, receiver, cx) => {
    const [argument, ...others] = node.arguments;
    const callback = argument !== undefined ? callbackOf(bare(argument), node, cx) : undefined;
    return callback === undefined || others.length > 0
      ? cx.invalid(callbackNeeded(cx.span(node), name, nameOf(argument)))
      : lower(node, receiver, callback, cx);
  };
}

/** A function that is chosen, `const isBad = strict ? isRoot : isPrivileged;`, is called by its name. */
function nameOf(argument: ts.Expression | undefined): string {
  const isNamed = isA(ts.isIdentifier, argument) || isA(ts.isPropertyAccessExpression, argument);
  const name = isNamed ? argument.getText() : "";
  return readsNumber.get(name) ?? name;
}

const readsNumber: ReadonlyMap<string, string> = new Map([
  ["Number", "parseInteger"],
  ["parseInt", "parseInteger"],
  ["parseFloat", "parseNumber"],
]);

/** Functions of JavaScript that are given as they are: `list.map(String)`, `list.every(Number.isInteger)`. */
const builtIns: ReadonlyMap<string, (item: Expr, node: ts.Expression, cx: Context) => Expr> = new Map([
  ["Boolean", truthOf],
  ["String", printedItem],
  ["Math.floor", (item, node, cx) => intrinsicCall("math.floor", [item], cx.span(node), integerType)],
  ["Math.ceil", (item, node, cx) => intrinsicCall("math.ceil", [item], cx.span(node), integerType)],
  ["Math.abs", (item, node, cx) => intrinsicCall("math.abs", [item], cx.span(node), item.type)],
  ["Number.isInteger", (item, node, cx) => isWhole(item, cx.span(node))],
]);

export function loopOf(receiver: ts.Expression, { item, position, all, scope }: Callback, cx: Context): Loop {
  const loop = openLoop(receiver, item, position, cx, scope);
  if (all === undefined || !ts.isIdentifier(all)) return loop;
  return { ...loop, cx: loop.cx.binding(all, { kind: "written", node: receiver, scope: cx.scope }) };
}

export function callbackOf(node: ts.Expression, call: ts.CallExpression, cx: Context): Callback | undefined {
  const isNamed = ts.isIdentifier(node) || ts.isPropertyAccessExpression(node);
  const builtIn = isNamed ? (builtIns.get(node.getText()) ?? ofParts(node, call)) : undefined;
  if (builtIn !== undefined && !isOwnName(node))
    return unwritten((item, inner) => builtIn(item, node, inner), node);
  const closure = closureOf(node, cx);
  if (closure === undefined) return undefined;
  const { node: fn, scope } = closure;
  const intrinsic = intrinsicOf(fn);
  if (intrinsic !== undefined)
    return unwritten((item, inner) => intrinsicCall(intrinsic, [item], inner.span(node)), node);
  return ts.isArrowFunction(fn) || ts.isFunctionExpression(fn)
    ? written(fn, scope)
    : named({ node: fn, scope }, node, call);
}

/** `text.split(".").map(Number)` of a text that is shown to be digits between these. */
function ofParts(node: ts.Expression, { expression: callee }: ts.CallExpression) {
  const isOfList = node.getText() === "Number" && ts.isPropertyAccessExpression(callee);
  const number = isOfList ? numberOfParts(callee.expression) : undefined;
  return number && ((item: Expr, of: ts.Expression, cx: Context) => number(item, cx.span(of)));
}

/** A function that has no source to compile. */
function unwritten(of: (item: Expr, cx: Context) => Expr, node: ts.Expression): Callback {
  const value = ({ iteration, cx }: Loop): Expr => of(local(iteration.binder, cx.span(node)), cx);
  return {
    item: undefined,
    position: undefined,
    scope: undefined,
    value,
    condition: (loop) => truthOf(value(loop), node, loop.cx),
  };
}

function printedItem(item: Expr, node: ts.Expression, cx: Context): Expr {
  return isPrintable(item.type)
    ? { kind: "concat", parts: [item], type: stringType, span: item.span }
    : cx.invalid(unprintable(cx.span(node), "an element of the list"));
}

/** A function written in place, or one that is called here alone. */
function written(fn: ts.ArrowFunction | ts.FunctionExpression, scope: Scope): Callback {
  const [item, position, all] = fn.parameters;
  return {
    item: item?.name,
    position: nameInUse(position),
    all: all?.name,
    scope,
    value: ({ cx }) => returned(fn, cx),
    condition: ({ cx }) => returnedTruth(fn, cx),
    result: (cx) => returned(fn, cx),
    truth: (cx) => returnedTruth(fn, cx),
  };
}

/** `filter(isPrivileged)`: a call for each element; the index is given where the function takes one. */
function named(closure: Written<FunctionNode>, node: ts.Expression, call: ts.CallExpression): Callback {
  const { node: fn } = closure;
  const count = fn.parameters.length;
  const value = ({ iteration, cx }: Loop): Expr => {
    const span = cx.span(node);
    if (count > 2)
      return cx.invalid(
        wrongArguments(span, node.getText(), "use a function of the element and perhaps its index"),
      );
    const item = local(iteration.binder, span);
    const position = iteration.key === undefined ? [] : [local(iteration.key, span)];
    const [parameter] = fn.parameters;
    if (parameter !== undefined && mayBeAbsent(item.type) && !mayBeAbsent(cx.type(parameter)))
      return cx.invalid(mayBeAbsentHere(span, "an element of the list"));
    return cx.policy.functions.applyTo(closure, [item, ...position], call, cx);
  };
  return {
    item: undefined,
    position: count === 2 ? "unnamed" : undefined,
    scope: closure.scope,
    value,
    condition: (loop) => truthOf(value(loop), node, loop.cx),
    ...(count === 1 && fn.body !== undefined && !isGenerator(fn) ? ofRows(fn) : {}),
  };
}

function ofRows(fn: FunctionNode): Pick<Callback, "parameter" | "result" | "truth"> {
  const result = (cx: Context): Expr => resultOf(fn, cx);
  return {
    parameter: fn.parameters[0]?.name,
    result,
    truth: (cx) => truthOf(result(cx), fn, cx),
  };
}

/** What a function returns: its expression, or its block's `return`. */
export function returned(fn: ts.ArrowFunction | ts.FunctionExpression, cx: Context): Expr {
  const body = fn.body;
  return ts.isBlock(body) ? cx.result(body.statements) : cx.expression(body);
}

function returnedTruth(fn: ts.ArrowFunction | ts.FunctionExpression, cx: Context): Expr {
  const body = fn.body;
  return ts.isBlock(body) ? truthOf(returned(fn, cx), fn, cx) : cx.condition(body);
}

import { type Expr, mayBeAbsent } from "@policyc/ir";
import {
  type ArrowFunction,
  type BindingName,
  type CallExpression,
  type Expression,
  type FunctionExpression,
  Node,
} from "ts-morph";
import { local } from "../build.js";
import type { Context, FunctionNode } from "../context.js";
import { callbackNeeded, wrongArguments } from "../diagnostics/syntax.js";
import { mayBeAbsentHere } from "../diagnostics/types.js";
import { functionOf } from "../visitors/callee.js";
import { type Loop, openLoop } from "../visitors/iteration.js";
import { bare } from "../visitors/operators.js";
import { truthOf } from "../visitors/truth.js";
import type { Method } from "./method.js";

/** What an array method calls for each element. */
export interface Callback {
  readonly item: BindingName | undefined;
  readonly position: BindingName | "unnamed" | undefined;
  /** What it returns, in the context of the loop. */
  readonly value: (loop: Loop) => Expr;
  /** The truth of that. */
  readonly condition: (loop: Loop) => Expr;
}

type Lowering = (node: CallExpression, receiver: Expression, callback: Callback, cx: Context) => Expr;

/** A method that takes a function: it becomes a loop, since the engines have no functions as values. */
export function withCallback(name: string, lower: Lowering): Method {
  return (node, receiver, cx) => {
    const [argument, ...others] = node.getArguments();
    const callback = Node.isExpression(argument) ? callbackOf(bare(argument), node) : undefined;
    return callback === undefined || others.length > 0
      ? cx.invalid(callbackNeeded(cx.span(node), name))
      : lower(node, receiver, callback, cx);
  };
}

export function loopOf(receiver: Expression, { item, position }: Callback, cx: Context): Loop {
  return openLoop(receiver, item, position, cx);
}

function callbackOf(node: Expression, call: CallExpression): Callback | undefined {
  if (Node.isArrowFunction(node) || Node.isFunctionExpression(node)) return written(node);
  if (!Node.isIdentifier(node)) return undefined;
  if (node.getText() === "Boolean") {
    const condition = ({ iteration, cx }: Loop): Expr =>
      truthOf(local(iteration.binder, cx.span(node)), node, cx);
    return { item: undefined, position: undefined, value: condition, condition };
  }
  const fn = functionOf(node);
  return fn === undefined ? undefined : named(fn, node, call);
}

/** A function written in place. */
function written(fn: ArrowFunction | FunctionExpression): Callback {
  const [item, position] = fn.getParameters();
  return {
    item: item?.getNameNode(),
    position: position?.getNameNode(),
    value: ({ cx }) => returned(fn, cx),
    condition: ({ cx }) => returnedTruth(fn, cx),
  };
}

/** `filter(isPrivileged)`: a call for each element; the index is given where the function takes one. */
function named(fn: FunctionNode, node: Expression, call: CallExpression): Callback {
  const count = fn.getParameters().length;
  const value = ({ iteration, cx }: Loop): Expr => {
    const span = cx.span(node);
    if (count > 2)
      return cx.invalid(
        wrongArguments(span, node.getText(), "use a function of the element and perhaps its index"),
      );
    const item = local(iteration.binder, span);
    const position = iteration.key === undefined ? [] : [local(iteration.key, span)];
    const [parameter] = fn.getParameters();
    if (parameter !== undefined && mayBeAbsent(item.type) && !mayBeAbsent(cx.type(parameter)))
      return cx.invalid(mayBeAbsentHere(span, "an element of the list"));
    return cx.policy.functions.applyTo(fn, [item, ...position], call, cx);
  };
  return {
    item: undefined,
    position: count === 2 ? "unnamed" : undefined,
    value,
    condition: (loop) => truthOf(value(loop), node, loop.cx),
  };
}

/** What a function returns: its expression, or its block's `return`. */
function returned(fn: ArrowFunction | FunctionExpression, cx: Context): Expr {
  const body = fn.getBody();
  if (Node.isBlock(body)) return cx.result(body.getStatements());
  return Node.isExpression(body)
    ? cx.expression(body)
    : cx.invalid(wrongArguments(cx.span(fn), fn.getText(), "use an expression"));
}

function returnedTruth(fn: ArrowFunction | FunctionExpression, cx: Context): Expr {
  const body = fn.getBody();
  return Node.isExpression(body) ? cx.condition(body) : truthOf(returned(fn, cx), fn, cx);
}

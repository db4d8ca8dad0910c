import { type Expr, type IntrinsicName, mayBeAbsent, required } from "@policyc/ir";
import { type Expression, Node } from "ts-morph";
import { call } from "../build.js";
import type { Context } from "../context.js";
import { wrongArguments } from "../diagnostics/syntax.js";
import { mayBeAbsentHere } from "../diagnostics/types.js";
import type { Method } from "./method.js";

/** A string method that takes `count` strings (or `counts` integers) and is the intrinsic of the same name. */
function same(intrinsic: IntrinsicName, least: number, most = least): Method {
  return (node, receiver, cx) => {
    const text = cx.expression(receiver);
    const args = node
      .getArguments()
      .flatMap((argument) => (Node.isExpression(argument) ? [there(argument, cx)] : []));
    if (args.length < least || args.length > most) {
      return cx.invalid(
        wrongArguments(
          cx.span(node),
          node.getExpression().getText(),
          `use ${least === most ? least : `${least} to ${most}`} arguments`,
        ),
      );
    }
    return call(intrinsic, [{ ...text, type: required(text.type) }, ...args], cx.span(node));
  };
}

function there(node: Expression, cx: Context): Expr {
  const value = cx.expression(node);
  if (value.kind !== "invalid" && mayBeAbsent(value.type))
    return cx.invalid(mayBeAbsentHere(cx.span(node), `\`${node.getText()}\``));
  return value;
}

export const stringMethods: Readonly<Record<string, Method>> = {
  startsWith: same("string.startsWith", 1),
  endsWith: same("string.endsWith", 1),
  includes: same("string.includes", 1),
  indexOf: same("string.indexOf", 1),
  split: same("string.split", 1),
  slice: same("string.slice", 1, 2),
  trim: same("string.trim", 0),
  toLowerCase: same("string.toLowerCase", 0),
  toUpperCase: same("string.toUpperCase", 0),
  replaceAll: same("string.replaceAll", 2),
};

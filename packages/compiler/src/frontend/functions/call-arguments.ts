import { type Expr, mayBeAbsent } from "@policyc/ir";
import { orDefault } from "../build/nodes.js";
import type { Context } from "../context.js";
import type { FunctionNode } from "../scope.js";
import { typeAt } from "../types/kept.js";
import type { ts } from "../typescript.js";
import { listItems } from "../visitors/expressions/literals.js";
import { asTakenFor } from "../visitors/expressions/taken-for.js";

/** What a call gives for a parameter: the rest in a list, a default, or nothing. */
export function argumentOf(
  fn: FunctionNode,
  position: number,
  node: ts.CallExpression,
  cx: Context,
  inner: Context = cx,
): Expr | undefined {
  const parameter = fn.parameters[position];
  if (parameter?.dotDotDotToken !== undefined) {
    const type = inner.type(parameter.name);
    return { kind: "list", items: listItems(node.arguments.slice(position), cx), type, span: cx.span(node) };
  }
  const argument = node.arguments[position];
  const initializer = parameter?.initializer;
  if (argument === undefined) return initializer === undefined ? undefined : inner.expression(initializer);
  const given = cx.expression(argument);
  const value = parameter === undefined ? given : asTakenFor(given, argument, typeAt(parameter), cx);
  return initializer === undefined || value.kind === "invalid" || !mayBeAbsent(value.type)
    ? value
    : orDefault(value, inner.expression(initializer));
}

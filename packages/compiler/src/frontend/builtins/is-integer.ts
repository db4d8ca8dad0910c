import { type Expr, numberType, required } from "@policyc/ir";
import { call, logic, ofThere } from "../build/nodes.js";
import type { Context } from "../context.js";
import { wrongArguments } from "../diagnostics/syntax.js";
import type { ts } from "../typescript.js";

/** `Number.isInteger(x)`: false of what is absent, and of a text. */
export function isInteger(node: ts.CallExpression, args: readonly ts.Expression[], cx: Context): Expr {
  const span = cx.span(node);
  const [argument, another] = args;
  if (argument === undefined || another !== undefined)
    return cx.invalid(wrongArguments(span, "Number.isInteger", "use `Number.isInteger(value)`"));
  const value = cx.expression(argument);
  if (value.kind === "invalid") return value;
  const type = required(value.type);
  const isNumber = type.kind === "number";
  const isWhole = call("number.isInteger", [{ ...value, type: isNumber ? type : numberType }], span);
  const is = isNumber
    ? isWhole
    : logic("and", [call("is.number", [{ ...value, type }], span), isWhole], span);
  return ofThere(value, is, span);
}

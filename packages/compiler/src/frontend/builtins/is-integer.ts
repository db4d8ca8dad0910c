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
  return isWhole(cx.expression(argument), span);
}

/** Is a value a whole number? */
export function isWhole(value: Expr, span: Expr["span"]): Expr {
  if (value.kind === "invalid") return value;
  const type = required(value.type);
  const isNumber = type.kind === "number";
  const whole = call("number.isInteger", [{ ...value, type: isNumber ? type : numberType }], span);
  const is = isNumber ? whole : logic("and", [call("is.number", [{ ...value, type }], span), whole], span);
  return ofThere(value, is, span);
}

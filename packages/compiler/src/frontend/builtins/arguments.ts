import { type Expr, mayBeAbsent } from "@policyc/ir";
import type { Context } from "../context.js";
import { mayBeAbsentHere } from "../diagnostics/types.js";
import type { ts } from "../typescript.js";
import { thatIsThere } from "../visitors/expressions/chain.js";

/** The receiver of a text's method, which an optional chain has shown to be there. */
export function textOf(receiver: ts.Expression, cx: Context): Expr {
  return thatIsThere(cx.expression(receiver));
}

/** The arguments of a call, each of which must be there. */
export function argumentsThere(node: ts.CallExpression, cx: Context): readonly Expr[] {
  return node.arguments.map((argument) => there(argument, cx));
}

/** A value that is there, or a diagnostic. */
export function there(node: ts.Expression, cx: Context): Expr {
  const value = cx.expression(node);
  return value.kind !== "invalid" && mayBeAbsent(value.type) && value.type.kind !== "unknown"
    ? cx.invalid(mayBeAbsentHere(cx.span(node), `\`${node.getText()}\``))
    : value;
}

import { type Expr, literal, required } from "@policyc/ir";
import { call, ofThere } from "../build/nodes.js";
import type { Context } from "../context.js";
import { unsupportedSyntax, wrongArguments } from "../diagnostics/syntax.js";
import { isOf } from "../types/flags.js";
import { typeAt } from "../types/kept.js";
import { isArray as isArrayType, isTuple } from "../types/shape.js";
import { ts } from "../typescript.js";

/** `Array.isArray(x)`, where the type says what `x` is if it is anything: objects are as their schema has them. */
export function isArray(node: ts.CallExpression, args: readonly ts.Expression[], cx: Context): Expr {
  const span = cx.span(node);
  const [argument, another] = args;
  if (argument === undefined || another !== undefined)
    return cx.invalid(wrongArguments(span, "Array.isArray", "use `Array.isArray(value)`"));
  const type = typeAt(argument).getNonNullableType();
  const forms = type.isUnion() ? type.types : [type];
  const lists = forms.filter((form) => isArrayType(form) || isTuple(form));
  if (lists.length === 0 && !forms.some(isAnything)) return literal(false, span);
  if (lists.length === 0 && forms.some(isAnything))
    return cx.invalid(
      unsupportedSyntax(
        span,
        `\`Array.isArray\` of what may be anything`,
        "declare what it is: a list, `string[]`, that may be absent, `?`, or a list or something else, `string | string[]`",
      ),
    );
  const value = cx.expression(argument);
  if (value.kind === "invalid") return value;
  const is =
    lists.length < forms.length
      ? call("is.list", [{ ...value, type: required(value.type) }], span)
      : literal(true, span);
  return ofThere(value, is, span);
}

/** `any`, `unknown`, `T`. */
function isAnything(type: ts.Type): boolean {
  return isOf(
    type,
    ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.Instantiable | ts.TypeFlags.Object,
  );
}

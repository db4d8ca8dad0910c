import { type Expr, literal, mayBeAbsent } from "@policyc/ir";
import { present } from "../build/nodes.js";
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
  if (lists.length < forms.length)
    return cx.invalid(
      unsupportedSyntax(
        span,
        `\`Array.isArray\` of what may be a list or something else`,
        "declare what it is: a list, `string[]`, that may be absent, `?`",
      ),
    );
  const value = cx.expression(argument);
  if (value.kind === "invalid") return value;
  return mayBeAbsent(value.type) ? present(value, span) : literal(true, span);
}

/** `any`, `unknown`, `T`. */
function isAnything(type: ts.Type): boolean {
  return isOf(
    type,
    ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.Instantiable | ts.TypeFlags.Object,
  );
}

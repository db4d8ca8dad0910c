import { type Expr, literal, mayBeAbsent, required, stringType } from "@policyc/ir";
import type { Context } from "../context.js";
import { unsupportedSyntax } from "../diagnostics/syntax.js";
import { mayBeAbsentHere } from "../diagnostics/types.js";
import { fromTypeScript, isJavaScriptMap } from "../types/from-typescript.js";
import { typeAt } from "../types/kept.js";
import { typeArguments } from "../types/shape.js";
import type { ts } from "../typescript.js";
import { compare } from "./nodes.js";

/** The name of an entry. Objects have texts as keys, whoever asks for a number; so have the engines' objects. */
export function entryKey(key: Expr): Expr {
  const { kind } = required(key.type);
  if (kind !== "number" && kind !== "boolean" && kind !== "union") return key;
  if (key.kind === "literal") return literal(String(key.value), key.span);
  return { kind: "concat", parts: [key], type: stringType, span: key.span };
}

/** Are the names of two entries the same? Of whole numbers nobody needs the texts to say so. */
export function isSameKey(one: Expr, other: Expr, span: Expr["span"]): Expr {
  const [left, right] = [wholeNumber(one), wholeNumber(other)];
  return left && right ? compare("==", left, right, span) : compare("==", one, other, span);
}

function wholeNumber(key: Expr): Expr | undefined {
  const [number, another] = key.kind === "concat" ? key.parts : [];
  return number?.type.kind === "number" && number.type.integer && another === undefined ? number : undefined;
}

/** The name that a `Map` is asked for. JavaScript finds something under `undefined`, too, and no engine does. */
export function keyThatIsThere(node: ts.Expression, cx: Context): Expr {
  const key = cx.expression(node);
  if (key.kind === "invalid" || !mayBeAbsent(key.type)) return entryKey(key);
  return cx.invalid(mayBeAbsentHere(cx.span(node), `\`${node.getText()}\``));
}

/** Keys of a `Map` that are numbers are found by what they say, and would be read as texts: nothing where they are not. */
export function keysThatAreNoTexts(map: ts.Expression, cx: Context): Expr | undefined {
  const type = typeAt(map).getNonNullableType();
  const [key] = isJavaScriptMap(type) ? typeArguments(type) : [];
  if (key === undefined || fromTypeScript(key).kind === "string") return undefined;
  return cx.invalid(
    unsupportedSyntax(
      cx.span(map),
      "keys of a `Map` that are no texts",
      'use a list of pairs, `[22, "ssh"]`, to go through',
    ),
  );
}

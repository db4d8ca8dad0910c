import { type Expr, integerType, literal, mayBeAbsent, required, type Type, unknownType } from "@policyc/ir";
import { conditional } from "../build/nodes.js";
import type { Context } from "../context.js";
import { unsupportedSyntax } from "../diagnostics/syntax.js";
import { digitsBetween } from "../static/cut-digits.js";
import type { Digits } from "../static/digits.js";
import { evaluate } from "../static/evaluate.js";
import { isA } from "../syntax/tree.js";
import { ts } from "../typescript.js";
import { bare } from "../visitors/expressions/bare.js";
import { digitsCaptured, isOfRefusedMatch } from "./captures.js";
import { digitsOfPart } from "./digits-of-parts.js";
import { digitsShown, exactDigits } from "./digits-shown.js";
import { numberOfDigits } from "./number-of-digits.js";

/**
 * `Number(text)`, `parseInt(text, 10)`, `+text` of what a test before has shown to be digits: of any other text it is NaN,
 * which no engine has, or what else JavaScript makes of it.
 */
export function numberOfText(argument: ts.Expression, node: ts.Expression, cx: Context): Expr {
  const value = cx.expression(argument);
  if (value.kind === "invalid") return value;
  const span = cx.span(node);
  const { kind } = required(value.type);
  if (kind === "number" && !mayBeAbsent(value.type)) return value;
  // Of what is absent it is NaN.
  if (kind === "boolean" && !mayBeAbsent(value.type))
    return conditional(cx.condition(argument), literal(1, span), literal(0, span), integerType, span);
  // What `!` says to be there has been asked for that by now.
  const written = bare(argument);
  const text = ts.isNonNullExpression(written) ? written.expression : argument;
  const digits =
    kind === "string"
      ? (digitsCaptured(text, cx) ??
        digitsShown(text, node) ??
        digitsCut(text, node) ??
        digitsOfPart(text, node))
      : undefined;
  if (digits === undefined && isOfRefusedMatch(text, cx)) return { kind: "invalid", type: unknownType, span };
  if (digits === undefined || digits.most > exactDigits)
    return cx.invalid(unsupportedSyntax(span, `\`${node.getText()}\``, hintOf(argument, kind, digits)));
  return numberOfDigits(digits.least > 0 ? withoutEmpty(value) : value, digits, span);
}

/** `text ?? 100`, `text ?? "100"`. */
function numberStandingIn(node: ts.Expression): { readonly of: string; readonly number: string } | undefined {
  const isEither = ts.isBinaryExpression(node) && node.operatorToken.getText() === "??";
  const [, number] = (isEither && /^["']?(\d+)["']?$/.exec(node.right.getText())) || [];
  return isEither && number !== undefined ? { of: node.left.getText(), number } : undefined;
}

/** Where `x ?? ""` has digits there is `x`; other texts that stand in for it may be digits themselves. */
function withoutEmpty(text: Expr): Expr {
  const isFilled = text.kind === "coalesce" && text.fallback.kind === "literal" && text.fallback.value === "";
  return isFilled ? text.of : text;
}

function hintOf(argument: ts.Expression, kind: Type["kind"], digits: Digits | undefined): string {
  if (digits !== undefined)
    return "use a test that lets through no more than 15 digits, `/^\\d{1,15}$/`: longer numbers are not exact";
  const text = bare(argument).getText();
  if (kind === "boolean" || kind === "number")
    return `use \`Number(${text} ?? ${kind === "boolean" ? "false" : "0"})\`: of what is absent it is NaN`;
  const otherwise = numberStandingIn(bare(argument));
  if (otherwise !== undefined)
    return `use \`parseInteger(${otherwise.of} ?? "") ?? ${otherwise.number}\` of @policyc/sdk: it is absent where the text is no whole number`;
  return `use a test of the same text before it, \`/^\\d{1,9}$/.test(${text})\`; a group of a match, \`const m = /^v(\\d{1,9})$/.exec(version)\` and \`Number(m[1])\` where there is one; or \`parseInteger(text)\` or \`parseNumber(text)\` of @policyc/sdk, which are absent where the text is no number`;
}

/** `text.slice(0, -1)` of a text that a test before has shown to be digits and one character: `/^\d{1,5}[smh]$/`. */
function digitsCut(cut: ts.Expression, node: ts.Expression): Digits | undefined {
  const call = bare(cut);
  const callee = ts.isCallExpression(call) ? call.expression : undefined;
  if (!ts.isCallExpression(call) || !isA(ts.isPropertyAccessExpression, callee)) return undefined;
  const [from, end = 0, another] = call.arguments.map((argument) => evaluate(argument));
  const isCut = callee.name.text === "slice" || (callee.name.text === "substring" && end === 0);
  const isKnown = typeof from === "number" && typeof end === "number" && from >= 0 && end <= 0;
  if (!isCut || !isKnown || another !== undefined || !isGivenEnd(call.arguments[1], end)) return undefined;
  return digitsShown(callee.expression, node, (source) => digitsBetween(source, from, -end));
}

/** `slice(1, 0)` is nothing at all. */
function isGivenEnd(argument: ts.Expression | undefined, end: number): boolean {
  return argument === undefined || end < 0;
}

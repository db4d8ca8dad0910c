import { type Expr, integerType, literal, mayBeAbsent, required, type Type, unknownType } from "@policyc/ir";
import { call, conditional } from "../build/nodes.js";
import type { Context } from "../context.js";
import { unsupportedSyntax } from "../diagnostics/syntax.js";
import { digitsBetween } from "../static/cut-digits.js";
import { type Digits, digitsOf } from "../static/digits.js";
import { constantOf, evaluate } from "../static/evaluate.js";
import { isRegex, partsOf, type Regex } from "../static/regex.js";
import { isA } from "../syntax/tree.js";
import { ts } from "../typescript.js";
import { bare } from "../visitors/expressions/bare.js";
import { thatIsThere } from "../visitors/expressions/chain.js";
import { isSame, isShown, namesIn, type Tested } from "../visitors/expressions/tests-before.js";
import { digitsCaptured, isOfRefusedMatch } from "./captures.js";

/** All whole numbers of so many digits are ones that a double holds. */
const exactDigits = 15;

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
  const digits =
    kind === "string"
      ? (digitsCaptured(argument, cx) ?? digitsShown(argument, node) ?? digitsCut(argument, node))
      : undefined;
  if (digits === undefined && isOfRefusedMatch(argument, cx))
    return { kind: "invalid", type: unknownType, span };
  if (digits === undefined || digits.most > exactDigits)
    return cx.invalid(unsupportedSyntax(span, `\`${node.getText()}\``, hintOf(argument, kind, digits)));
  const text = digits.least > 0 ? withoutEmpty(value) : value;
  return call(
    digits.mayLeadWithZeros ? "number.ofDigits" : "number.ofPlainDigits",
    [thatIsThere(text)],
    span,
  );
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

/** What a test before has shown of a text. */
function digitsShown(
  text: ts.Expression,
  node: ts.Expression,
  readIn: (source: string) => Digits | undefined = digitsOf,
): Digits | undefined {
  const written = withoutFallback(text);
  const tested: Tested = { text: written.getText(), names: namesIn(written) };
  let found: Digits | undefined;
  isShown(node, (test, outcome) => {
    const digits = outcome ? digitsTested(test, tested, readIn) : undefined;
    if (digits !== undefined && (found === undefined || digits.most < found.most)) found = digits;
    return found !== undefined && found.most <= exactDigits;
  });
  return found;
}

function digitsTested(
  test: ts.Expression,
  of: Tested,
  readIn: (source: string) => Digits | undefined,
): Digits | undefined {
  const kept = constantOf(test);
  if (kept !== undefined) return digitsTested(bare(kept), of, readIn);
  const callee = ts.isCallExpression(test) ? test.expression : undefined;
  const [text] = ts.isCallExpression(test) ? test.arguments : [];
  if (!isA(ts.isPropertyAccessExpression, callee) || callee.name.text !== "test" || text === undefined)
    return undefined;
  const regex = regexAt(bare(callee.expression));
  const parts = regex === undefined ? undefined : partsOf(regex);
  if (parts === undefined || !/^[isu]*$/.test(parts.flags)) return undefined;
  const digits = readIn(parts.source);
  const written = withoutFallback(text);
  // What stands in for an absent text must not be let through as if it were the text.
  const isOfText = written === bare(text) || (digits !== undefined && digits.least > 0);
  return isOfText && isSame(written, of) ? digits : undefined;
}

/** `text` of `text ?? ""`. */
function withoutFallback(text: ts.Expression): ts.Expression {
  const written = bare(text);
  const isOr = ts.isBinaryExpression(written) && written.operatorToken.getText() === "??";
  return isOr && bare(written.right).getText() === '""' ? bare(written.left) : written;
}

function regexAt(node: ts.Expression): Regex | undefined {
  if (isRegex(node)) return node;
  const kept = constantOf(node);
  const regex = kept && bare(kept);
  return isRegex(regex) ? regex : undefined;
}

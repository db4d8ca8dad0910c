import { capturesOf, type Expr, groupsOf, mayBeAbsent } from "@policyc/ir";
import { call } from "../build/nodes.js";
import type { Context } from "../context.js";
import { unknownFunction, unknownMethod, unsupportedSyntax } from "../diagnostics/syntax.js";
import { mayBeAbsentHere } from "../diagnostics/types.js";
import { type Digits, digitsOf } from "../static/digits.js";
import { isRegex, partsOf, type Regex } from "../static/regex.js";
import type { ts } from "../typescript.js";
import { writtenAt } from "../visitors/rows/written.js";
import { textOf } from "./arguments.js";
import { type Group, groupRead } from "./group-read.js";
import type { Method } from "./method.js";
import { pattern } from "./regexp.js";

/** `/^v(\d+)$/.exec(text)`: the match and its groups. */
export const exec: Method = (node, receiver, cx) => {
  const regex = regexAt(receiver, cx);
  const [argument, another] = node.arguments;
  if (regex === undefined || argument === undefined || another !== undefined)
    return cx.invalid(unknownFunction(cx.span(node), node.expression.getText()));
  const text = cx.expression(argument);
  if (text.kind !== "invalid" && mayBeAbsent(text.type))
    return cx.invalid(mayBeAbsentHere(cx.span(argument), `\`${argument.getText()}\``));
  return captured(regex, text, node, cx);
};

/** `text.match(/^v(\d+)$/)`: the same; with `g` JavaScript gives the matches without their groups. */
export const match: Method = (node, receiver, cx) => {
  const [argument, another] = node.arguments;
  const regex = argument === undefined ? undefined : regexAt(argument, cx);
  if (regex === undefined || another !== undefined)
    return cx.invalid(unknownMethod(cx.span(node), "match", "a text", []));
  return captured(regex, textOf(receiver, cx), node, cx);
};

function regexAt(node: ts.Expression, cx: Context): Regex | undefined {
  const { node: written } = writtenAt(node, cx);
  return isRegex(written) && !/[gy]/.test(partsOf(written).flags) ? written : undefined;
}

/**
 * The digits that the group of a match lets through, of `m[1]` or of a name that `const [, major] = m` gives it; where there
 * may be no match, with those that stand in for it: `m?.[1] ?? "0"`, `const [, major = "0"] = m ?? []`.
 */
export function digitsCaptured(node: ts.Expression, cx: Context): Digits | undefined {
  const { match, position, orElse } = matchRead(node, cx) ?? {};
  if (match?.kind !== "literal" || position === undefined) return undefined;
  const group = groupsOf(String(match.value))[position - 1];
  return group === undefined ? undefined : digitsOf(`^(?:${[group, ...(orElse ?? [])].join("|")})$`);
}

/** Is it the group of a match that is refused itself, where that is written? */
export function isOfRefusedMatch(node: ts.Expression, cx: Context): boolean {
  const match = matchRead(node, cx)?.match;
  return match !== undefined && (match.kind !== "literal" || capturesOf(String(match.value)) === undefined);
}

interface MatchRead extends Group {
  /** The pattern, as RE2 has it. */
  readonly match: Expr | undefined;
}

function matchRead(node: ts.Expression, cx: Context): MatchRead | undefined {
  const read = groupRead(node);
  const written = read && regexAt(read.regex, cx);
  return read && { ...read, match: written === undefined ? undefined : pattern(written, cx) };
}

function captured(regex: Regex, text: Expr, node: ts.CallExpression, cx: Context): Expr {
  const translated = pattern(regex, cx);
  if (translated.kind === "invalid") return translated;
  const isKnown = capturesOf(String(translated.value)) !== undefined;
  return isKnown
    ? call("string.captures", [translated, text], cx.span(node))
    : cx.invalid(
        unsupportedSyntax(
          cx.span(regex),
          "a match of a pattern with alternatives or groups that are repeated or stand in each other",
          "use a pattern whose groups stand one after the other, `/^([a-z]+)-(\\d+)$/`, and `(?:…)` within them",
        ),
      );
}

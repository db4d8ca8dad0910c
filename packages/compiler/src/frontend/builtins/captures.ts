import type { Diagnostic } from "@policyc/diagnostics";
import {
  absent,
  capturesOf,
  type Expr,
  groupsOf,
  type Invalid,
  type Literal,
  mayBeAbsent,
  optional,
  stringType,
} from "@policyc/ir";
import { call, conditional } from "../build/nodes.js";
import type { Context } from "../context.js";
import { unknownFunction, unknownMethod, unsupportedSyntax, wrongArguments } from "../diagnostics/syntax.js";
import { unsupportedRegex } from "../diagnostics/text.js";
import { mayBeAbsentHere } from "../diagnostics/types.js";
import { type Digits, digitsOf } from "../static/digits.js";
import { isRegex, mayMatchNothing, partsOf, type Regex } from "../static/regex.js";
import type { ts } from "../typescript.js";
import { writtenAt } from "../visitors/rows/written.js";
import { textOf } from "./arguments.js";
import { type Group, groupRead } from "./group-read.js";
import { iterator } from "./iterators.js";
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

/** `text.match(/^v(\d+)$/)`: the same; with `g` all that matches, without groups. */
export const match: Method = (node, receiver, cx) => {
  const [argument, another] = node.arguments;
  const regex = argument === undefined ? undefined : regexAt(argument, cx);
  if (regex === undefined || another !== undefined)
    return cx.invalid(unknownMethod(cx.span(node), "match", "a text", []));
  const text = textOf(receiver, cx);
  if (!isGlobal(regex)) return captured(regex, text, node, cx);
  const all = repeatedly(regex, cx);
  const span = cx.span(node);
  return all.kind === "invalid"
    ? all
    : conditional(
        call("string.matches", [all, text], span),
        call("string.allMatches", [all, text], span),
        absent(span),
        optional({ kind: "list", element: stringType }),
        span,
      );
};

/** `for (const m of text.matchAll(/\$\((\w+)\)/g))`: each match and its groups. */
export const matchAll: Method = iterator((node, receiver, cx) => {
  const [argument, another] = node.arguments;
  const regex = argument === undefined ? undefined : regexAt(argument, cx);
  if (regex === undefined || another !== undefined || !isGlobal(regex))
    return cx.invalid(
      wrongArguments(cx.span(node), "matchAll", "use a pattern with `g`: `text.matchAll(/[a-z]+/g)`"),
    );
  const all = repeatedly(regex, cx);
  if (all.kind === "invalid") return all;
  return hasKnownGroups(all)
    ? call("string.allCaptures", [all, textOf(receiver, cx)], cx.span(node))
    : cx.invalid(unknownGroups(cx.span(regex)));
});

function regexAt(node: ts.Expression, cx: Context): Regex | undefined {
  const { node: written } = writtenAt(node, cx);
  return isRegex(written) ? written : undefined;
}

function isGlobal(regex: Regex): boolean {
  return partsOf(regex).flags.includes("g");
}

/** A pattern with `g`, as RE2 has it. */
function repeatedly(regex: Regex, cx: Context): Literal | Invalid {
  const { source, flags } = partsOf(regex);
  const found = pattern(regex, cx, { source, flags: flags.replace("g", "") });
  if (found.kind === "invalid" || !mayMatchNothing(source)) return found;
  return cx.invalid(
    unsupportedRegex(
      cx.span(regex),
      regex.getText(),
      "it may match where nothing stands, and the two do not agree how often",
    ),
  );
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
  if (written === undefined) return read && { ...read, match: undefined };
  const match = isGlobal(written) ? repeatedly(written, cx) : pattern(written, cx);
  return read && { ...read, match };
}

function captured(regex: Regex, text: Expr, node: ts.CallExpression, cx: Context): Expr {
  const translated = pattern(regex, cx);
  if (translated.kind === "invalid") return translated;
  return hasKnownGroups(translated)
    ? call("string.captures", [translated, text], cx.span(node))
    : cx.invalid(unknownGroups(cx.span(regex)));
}

function hasKnownGroups({ value }: Literal): boolean {
  return capturesOf(String(value)) !== undefined;
}

function unknownGroups(span: Expr["span"]): Diagnostic {
  return unsupportedSyntax(
    span,
    "a match of a pattern with alternatives or groups that are repeated or stand in each other",
    "use a pattern whose groups stand one after the other, `/^([a-z]+)-(\\d+)$/`, and `(?:…)` within them",
  );
}

import {
  absent,
  capturesOf,
  type Expr,
  type Group,
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
import { isGlobal, isRegex, mayMatchNothing, partsOf, type Regex } from "../static/regex.js";
import { isA } from "../syntax/tree.js";
import { typeAt } from "../types/kept.js";
import { isNullable } from "../types/shape.js";
import { ts } from "../typescript.js";
import { writtenAt } from "../visitors/rows/written.js";
import { textOf } from "./arguments.js";
import { type Group as GroupRead, groupRead, regexNamed } from "./group-read.js";
import { iterator } from "./iterators.js";
import type { Method } from "./method.js";
import { isReadByGroups } from "./optional-groups.js";
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
  const isNamed = argument !== undefined && regexNamed(argument) === regex;
  if (regex === undefined || another !== undefined || (isGlobal(regex) && !isNamed))
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
  return all.kind === "invalid" ? all : withGroups("string.allCaptures", all, textOf(receiver, cx), node, cx);
});

function regexAt(node: ts.Expression, cx: Context): Regex | undefined {
  const { node: written } = writtenAt(node, cx);
  return isRegex(written) ? written : undefined;
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
 * may be none, with those that stand in for it: `m?.[1] ?? "0"`, `const [, major = "0"] = m ?? []`.
 */
export function digitsCaptured(node: ts.Expression, cx: Context): Digits | undefined {
  const read = groupRead(node);
  const group = read && groupIn(read, cx);
  if (read === undefined || group === undefined) return undefined;
  const { isSure, fallback } = read;
  const digits = isA(ts.isStringLiteral, fallback) && /^\d+$/.test(fallback.text) ? [fallback.text] : [];
  const isThere = (isSure && !group.mayBeAbsent) || (fallback === undefined && !isNullable(typeAt(node)));
  if (!isThere && digits.length === 0) return undefined;
  return digitsOf(`^(?:${[group.source, ...digits].join("|")})$`);
}

/** The group that is read, as its pattern has it, if it is one that is known. */
function groupIn(read: GroupRead, cx: Context): Group | undefined {
  const match = matchOf(read, cx);
  return match?.kind === "literal" ? groupsOf(String(match.value))[read.position - 1] : undefined;
}

/** Is it the group of a match that is refused itself, where that is written? */
export function isOfRefusedMatch(node: ts.Expression, cx: Context): boolean {
  const read = groupRead(node);
  const match = read && matchOf(read, cx);
  return match !== undefined && (match.kind !== "literal" || capturesOf(String(match.value)) === undefined);
}

/** The pattern, as RE2 has it. */
function matchOf({ regex }: GroupRead, cx: Context): Literal | Invalid | undefined {
  const written = regexAt(regex, cx);
  if (written === undefined) return undefined;
  return isGlobal(written) ? repeatedly(written, cx) : pattern(written, cx);
}

function captured(regex: Regex, text: Expr, node: ts.CallExpression, cx: Context): Expr {
  const translated = pattern(regex, cx);
  if (translated.kind === "invalid") return translated;
  return withGroups("string.captures", translated, text, node, cx);
}

function withGroups(
  intrinsic: "string.captures" | "string.allCaptures",
  regex: Literal,
  text: Expr,
  node: ts.CallExpression,
  cx: Context,
): Expr {
  const written = String(regex.value);
  const others = groupsOf(written).filter(({ mayBeAbsent }) => mayBeAbsent);
  if (capturesOf(written) === undefined || others.some(({ source }) => mayMatchNothing(source)))
    return cx.invalid(
      unsupportedSyntax(
        regex.span,
        "a match of a pattern with alternatives or groups that are repeated, stand in each other or may be empty",
        "use a pattern whose groups stand one after the other, `/^([a-z]+)(?::(\\d+))?$/`, and `(?:…)` within them",
      ),
    );
  if (others.length > 0 && !isReadByGroups(node))
    return cx.invalid(
      unsupportedSyntax(
        cx.span(node),
        "a match as a value, of a pattern with a group that need not take part",
        'read the groups where it is matched, `const [, host, port = "443"] = m`, `m[2] ?? "443"`',
      ),
    );
  return call(intrinsic, [regex, text], cx.span(node));
}

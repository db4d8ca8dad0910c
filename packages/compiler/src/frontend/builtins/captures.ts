import { capturesOf, type Expr, groupsOf, mayBeAbsent } from "@policyc/ir";
import { call } from "../build/nodes.js";
import type { Context } from "../context.js";
import { unknownFunction, unknownMethod, unsupportedSyntax } from "../diagnostics/syntax.js";
import { mayBeAbsentHere } from "../diagnostics/types.js";
import { type Digits, digitsOf } from "../static/digits.js";
import { constantOf } from "../static/evaluate.js";
import { isRegex, partsOf, type Regex } from "../static/regex.js";
import { resolve } from "../syntax/resolve.js";
import { isA } from "../syntax/tree.js";
import { ts } from "../typescript.js";
import { bare } from "../visitors/expressions/bare.js";
import { writtenAt } from "../visitors/rows/written.js";
import { textOf } from "./arguments.js";
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
  const read = groupAt(bare(node));
  const kept = read === undefined ? undefined : constantOf(read.of);
  const found = kept === undefined ? read?.of : bare(kept);
  const callee = isA(ts.isCallExpression, found) ? found.expression : undefined;
  if (read === undefined || !isA(ts.isCallExpression, found) || !isA(ts.isPropertyAccessExpression, callee))
    return undefined;
  const { text: method } = callee.name;
  const [argument] = found.arguments;
  const regex = method === "exec" ? callee.expression : method === "match" ? argument : undefined;
  const written = regex === undefined ? undefined : regexAt(regex, cx);
  return { ...read, match: written === undefined ? undefined : pattern(written, cx) };
}

interface Group {
  readonly of: ts.Expression;
  readonly position: number;
  /** What stands in for it where there is no match, if there may be none. */
  readonly orElse: readonly string[];
}

function groupAt(read: ts.Expression): Group | undefined {
  const [node, fallback] = eitherSide(read);
  if (ts.isElementAccessExpression(node)) {
    const { expression: of, argumentExpression: key, questionDotToken } = node;
    const isSure = questionDotToken === undefined;
    return ts.isNumericLiteral(key) ? group(of, Number(key.text), { isSure, fallback }) : undefined;
  }
  const element = ts.isIdentifier(node) ? resolve(node)?.valueDeclaration : undefined;
  if (!isA(ts.isBindingElement, element) || !ts.isArrayBindingPattern(element.parent)) return undefined;
  const declaration = element.parent.parent;
  const given = ts.isVariableDeclaration(declaration) ? declaration.initializer : undefined;
  if (given === undefined || element.dotDotDotToken !== undefined) return undefined;
  const [of, none] = eitherSide(bare(given));
  if (none !== undefined && none.getText() !== "[]") return undefined;
  const position = element.parent.elements.indexOf(element);
  return group(of, position, { isSure: none === undefined, fallback: element.initializer ?? fallback });
}

/** What a match gives as a group is a text: nothing stands in for it where there surely is a match. */
function group(
  of: ts.Expression,
  position: number,
  { isSure, fallback }: { readonly isSure: boolean; readonly fallback: ts.Expression | undefined },
): Group | undefined {
  if (isSure) return { of: bare(of), position, orElse: [] };
  const isDigits = isA(ts.isStringLiteral, fallback) && /^\d+$/.test(fallback.text);
  return isDigits ? { of: bare(of), position, orElse: [fallback.text] } : undefined;
}

/** `a` and `b` of `a ?? b`. */
function eitherSide(node: ts.Expression): readonly [ts.Expression, ts.Expression | undefined] {
  const isOr = ts.isBinaryExpression(node) && node.operatorToken.getText() === "??";
  return isOr ? [bare(node.left), bare(node.right)] : [node, undefined];
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

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

/** The digits that the group of a match lets through, of `m[1]` or of a name that `const [, major] = m` gives it. */
export function digitsCaptured(node: ts.Expression, cx: Context): Digits | undefined {
  const { of, position } = groupAt(bare(node)) ?? {};
  const kept = of === undefined ? undefined : constantOf(of);
  const found = kept === undefined ? of : bare(kept);
  const callee = isA(ts.isCallExpression, found) ? found.expression : undefined;
  if (!isA(ts.isCallExpression, found) || !isA(ts.isPropertyAccessExpression, callee)) return undefined;
  const { text: method } = callee.name;
  const [argument] = found.arguments;
  const regex = method === "exec" ? callee.expression : method === "match" ? argument : undefined;
  const written = regex === undefined ? undefined : regexAt(regex, cx);
  const translated = written === undefined ? undefined : pattern(written, cx);
  if (translated?.kind !== "literal" || position === undefined) return undefined;
  const group = groupsOf(String(translated.value))[position - 1];
  return group === undefined ? undefined : digitsOf(`^(?:${group})$`);
}

/** Where TypeScript has seen that there is a match. */
function groupAt(node: ts.Expression): { readonly of: ts.Expression; readonly position: number } | undefined {
  if (ts.isElementAccessExpression(node)) {
    const { expression: of, argumentExpression: key, questionDotToken } = node;
    const isKnown = questionDotToken === undefined && ts.isNumericLiteral(key);
    return isKnown ? { of: bare(of), position: Number(key.text) } : undefined;
  }
  const element = ts.isIdentifier(node) ? resolve(node)?.valueDeclaration : undefined;
  if (!isA(ts.isBindingElement, element) || !ts.isArrayBindingPattern(element.parent)) return undefined;
  const declaration = element.parent.parent;
  const of = ts.isVariableDeclaration(declaration) ? declaration.initializer : undefined;
  const isPlain = element.initializer === undefined && element.dotDotDotToken === undefined;
  return of !== undefined && isPlain
    ? { of: bare(of), position: element.parent.elements.indexOf(element) }
    : undefined;
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

import { absent, type Expr, type Invalid, type Literal, literal, mayBeAbsent, required } from "@policyc/ir";
import { call, ofThere } from "../build/nodes.js";
import type { Context } from "../context.js";
import { wrongArguments } from "../diagnostics/syntax.js";
import { countsUnits, unsupportedRegex } from "../diagnostics/text.js";
import { mayBeAbsentHere } from "../diagnostics/types.js";
import { isRegex, partsOf, type Regex, type RegexParts } from "../static/regex.js";
import { isA } from "../syntax/tree.js";
import { typeAt } from "../types/kept.js";
import { ts } from "../typescript.js";
import { bare } from "../visitors/expressions/bare.js";
import { thatIsThere } from "../visitors/expressions/chain.js";
import { choiceOf, choosesAmongWritten, seenAlternatives } from "../visitors/rows/alternatives.js";
import { writtenAt } from "../visitors/rows/written.js";
import type { Method } from "./method.js";
import { toRe2, type Wanted } from "./re2.js";

/** `/pattern/.test(text)`, also of one that a table or `?:` chooses. */
export const test: Method = (node, receiver, cx) => {
  const [argument] = node.arguments;
  const chosen = regexesAt(receiver, cx);
  if (chosen === undefined || argument === undefined) {
    return cx.invalid(
      wrongArguments(
        cx.span(node),
        node.getText(),
        "use `/pattern/.test(text)`, or `regexMatches(pattern, text)` for a pattern from a parameter",
      ),
    );
  }
  const text = cx.expression(argument);
  if (text.kind !== "invalid" && mayBeAbsent(text.type))
    return cx.invalid(mayBeAbsentHere(cx.span(argument), `\`${argument.getText()}\``));
  const span = cx.span(node);
  return choiceAmong(chosen, span, (regex) => call("string.matches", [asked(regex, cx), text], span));
};

/** `text.match(/pattern/)` where nothing but its truth is asked: the same as `/pattern/.test(text)`. */
export function matchAsked(node: ts.Expression, cx: Context): Expr | undefined {
  const callee = ts.isCallExpression(node) ? node.expression : undefined;
  if (!ts.isCallExpression(node) || !isA(ts.isPropertyAccessExpression, callee)) return undefined;
  const [argument, another] = node.arguments;
  const regex = argument === undefined ? undefined : writtenAt(argument, cx).node;
  if (callee.name.text !== "match" || another !== undefined || !isRegex(regex)) return undefined;
  const text = cx.expression(callee.expression);
  if (text.kind === "invalid") return { ...text, type: { kind: "boolean" } };
  if (required(text.type).kind !== "string") return undefined;
  const { source, flags } = partsOf(regex);
  const parts = { source, flags: flags.replace("g", "") };
  const span = cx.span(node);
  const matches = call("string.matches", [asked(regex, cx, parts), thatIsThere(text)], span);
  return ofThere(text, matches, span);
}

/** `/pattern/.source`: the text between the slashes. */
export function sourceOf(node: ts.PropertyAccessExpression, cx: Context): Expr | undefined {
  if (node.name.text !== "source" || typeAt(node.expression).getSymbol()?.name !== "RegExp") return undefined;
  const chosen = regexesAt(node.expression, cx);
  const span = cx.span(node);
  return chosen === undefined
    ? undefined
    : choiceAmong(chosen, span, (regex) => literal(partsOf(regex).source, span));
}

/** A regular expression among which something chooses, or none. */
interface ChosenRegex {
  readonly when?: Expr;
  readonly regex: Regex | undefined;
}

function regexesAt(receiver: ts.Expression, cx: Context): readonly ChosenRegex[] | undefined {
  const { node } = writtenAt(receiver, cx);
  if (isRegex(node)) return [{ regex: node }];
  const all = choosesAmongWritten(receiver, cx) ? seenAlternatives(bare(receiver), cx) : undefined;
  const chosen = all?.map(({ written, ...one }) => ({
    ...one,
    written,
    regex: written === undefined ? undefined : writtenAt(written.node, cx.seeing(written.scope)).node,
  }));
  const regexes = chosen?.flatMap(({ written, regex, ...one }): readonly ChosenRegex[] => {
    if (written === undefined) return [{ ...one, regex: undefined }];
    return isRegex(regex) ? [{ ...one, regex }] : [];
  });
  return regexes?.length === chosen?.length ? regexes : undefined;
}

function choiceAmong(chosen: readonly ChosenRegex[], span: Expr["span"], of: (regex: Regex) => Expr): Expr {
  const [only, second] = chosen;
  if (only?.regex !== undefined && second === undefined) return of(only.regex);
  return choiceOf(
    chosen.map(({ regex, ...one }) => ({ ...one, value: regex === undefined ? absent(span) : of(regex) })),
    span,
  );
}

/** A regular expression, or a part of one, in RE2's syntax. */
export function pattern(node: Regex, cx: Context, parts: RegexParts = partsOf(node)): Literal | Invalid {
  return translated(node, parts, "parts", cx);
}

/** One that is asked for nothing but whether it matches. */
function asked(node: Regex, cx: Context, parts: RegexParts = partsOf(node)): Literal | Invalid {
  return translated(node, parts, "truth", cx);
}

function translated(
  node: Regex,
  { source, flags }: RegexParts,
  wanted: Wanted,
  cx: Context,
): Literal | Invalid {
  const span = cx.span(node);
  const translation = toRe2(source, flags, wanted);
  if (translation.kind === "same") return literal(translation.pattern, span);
  return cx.invalid(
    translation.kind === "units"
      ? countsUnits(span, node.getText())
      : unsupportedRegex(span, node.getText(), translation.why),
  );
}

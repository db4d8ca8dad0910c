import { charactersOf, type Expr, type Invalid, type Literal, literal, plainTextOf } from "@policyc/ir";
import { call } from "../build/nodes.js";
import type { Context } from "../context.js";
import { unsupportedSyntax, wrongArguments } from "../diagnostics/syntax.js";
import { isRegex, partsOf, type Regex } from "../static/regex.js";
import type { ts } from "../typescript.js";
import { writtenAt } from "../visitors/rows/written.js";
import { textOf } from "./arguments.js";
import { pattern } from "./regexp.js";

/** The regular expression that a method of a text is given, where it is. */
export function givenPattern(node: ts.CallExpression, cx: Context): Regex | undefined {
  const [argument] = node.arguments;
  const regex = argument !== undefined ? writtenAt(argument, cx).node : undefined;
  return isRegex(regex) ? regex : undefined;
}

/** `text.split(/\s+/)`. */
export function splitAt(regex: Regex, node: ts.CallExpression, receiver: ts.Expression, cx: Context): Expr {
  const span = cx.span(node);
  if (node.arguments.length > 1)
    return cx.invalid(wrongArguments(span, "split", "use one argument, and `slice`"));
  if (/(?:^|[^\\])\((?!\?:)/.test(partsOf(regex).source))
    return cx.invalid(
      unsupportedSyntax(
        cx.span(regex),
        "a split that keeps what a group matches",
        "use groups without it: `(?:…)`",
      ),
    );
  const matched = matchingSomething(regex, cx);
  if (matched.kind === "invalid") return matched;
  const plain = plainTextOf(String(matched.value));
  if (plain !== undefined) return call("string.split", [textOf(receiver, cx), literal(plain, span)], span);
  const withOptional = splitAtWithOptional(String(matched.value), textOf(receiver, cx), span);
  if (withOptional !== undefined) return withOptional;
  return charactersOf(String(matched.value)) === undefined
    ? cx.invalid(
        unsupportedSyntax(
          cx.span(regex),
          "a split at more than one character or a run of them",
          "use a class, `/[,;]/` or `/\\s+/`; or a text, and `.map((part) => part.trim())`",
        ),
      )
    : call("string.splitPattern", [textOf(receiver, cx), matched], span);
}

/** `text.split(/\r?\n/)`, `text.split(/, ?/)`: at one character, with which another one goes. */
function splitAtWithOptional(source: string, of: Expr, span: Expr["span"]): Expr | undefined {
  const [, before = "", separator = "", after = ""] =
    /^(?:(\\?[\s\S])\?)?(\\?[\s\S])(?:(\\?[\s\S])\?)?$/.exec(source) ?? [];
  const [at, beside] = [separator, before + after].map(plainTextOf);
  const isOne = before === "" || after === "";
  if (!isOne || at === undefined || beside === undefined || at === beside) return undefined;
  const whole = literal(before === "" ? at + beside : beside + at, span);
  return call(
    "string.split",
    [call("string.replaceAll", [of, whole, literal(at, span)], span), literal(at, span)],
    span,
  );
}

/** `text.replace(/^v/, "")`, `text.replace(/[^a-z]+/g, "-")`. */
export function replacedBy(
  regex: Regex,
  node: ts.CallExpression,
  receiver: ts.Expression,
  cx: Context,
): Expr {
  const span = cx.span(node);
  const [given] = node.arguments.slice(1);
  const replacement = given !== undefined ? cx.expression(given) : undefined;
  if (replacement?.kind === "invalid") return replacement;
  if (replacement?.kind !== "literal" || String(replacement.value).includes("$"))
    return cx.invalid(
      wrongArguments(span, "replace", "use a replacement that is written out and has no `$`"),
    );
  const isEnd = anchorsOf(partsOf(regex).source)?.atEnds === true || endsOf(regex).length > 0;
  if (!isEnd && !partsOf(regex).flags.includes("g"))
    return cx.invalid(
      unsupportedSyntax(
        cx.span(regex),
        "to replace the first match of a pattern",
        "use the flag `g` for all of them, `^` or `$` for what begins or ends the text, or a text",
      ),
    );
  const of = textOf(receiver, cx);
  const replaced = (text: Expr, matched: Literal | Invalid): Expr =>
    matched.kind === "invalid" ? matched : replacedMatches(text, matched, replacement, cx);
  const [start, end] = replacement.value === "" ? endsOf(regex) : [];
  if (start === undefined || end === undefined) return replaced(of, matchingSomething(regex, cx));
  const [first, last] = [start, end].map((source) => matchingSomething(regex, cx, source));
  return first === undefined || last === undefined ? of : replaced(replaced(of, first), last);
}

/** Of a pattern that is a text no more than that is asked. */
function replacedMatches(of: Expr, matched: Literal, replacement: Literal, cx: Context): Expr {
  const { span } = matched;
  const written = String(matched.value);
  const plain = plainTextOf(written);
  if (plain !== undefined) return call("string.replaceAll", [of, literal(plain, span), replacement], span);
  const isKnown = charactersOf(written) !== undefined || anchorsOf(written)?.atEnds === true;
  return isKnown
    ? call("string.replacePattern", [of, matched, replacement], span)
    : cx.invalid(
        unsupportedSyntax(
          span,
          "to replace more than one character or a run of them",
          "use a class, `/[^a-z]+/g`; a pattern that begins with `^` or ends with `$`; or a text",
        ),
      );
}

/** `/^-|-$/g` takes away what stands at the beginning, and then what stands at the end. */
function endsOf(regex: Regex): readonly string[] {
  const [, start, end] = /^(\^[^|()]+)\|([^|()]+\$)$/.exec(partsOf(regex).source) ?? [];
  return start === undefined || end === undefined || !partsOf(regex).flags.includes("g") ? [] : [start, end];
}

/** Where nothing is matched JavaScript and RE2 go on differently. */
function matchingSomething(regex: Regex, cx: Context, source = partsOf(regex).source): Literal | Invalid {
  const flags = partsOf(regex).flags.replace("g", "");
  const translated = pattern(regex, cx, { source, flags });
  if (translated.kind === "invalid") return translated;
  if (anchorsOf(source) !== undefined && !new RegExp(source, flags).test("")) return translated;
  return cx.invalid(
    unsupportedSyntax(
      cx.span(regex),
      "a pattern here that may match nothing, or has `\\b`, `^` or `$` within",
      "use `+` in place of `*`, and `^` and `$` at its ends",
    ),
  );
}

/** Where a pattern holds on to the ends of a text; `undefined` where it does so within, or to words. */
function anchorsOf(source: string): { readonly atEnds: boolean } | undefined {
  const tokens = source.match(/\\[\s\S]|[\s\S]/g) ?? [];
  let inClass = false;
  let depth = 0;
  let alternatives = false;
  let anchors = 0;
  for (const [position, token] of tokens.entries()) {
    if (inClass) {
      inClass = token !== "]";
      continue;
    }
    inClass = token === "[";
    if (token === "(") depth++;
    if (token === ")") depth--;
    if (token === "|" && depth === 0) alternatives = true;
    const isAtEnd = (token === "^" && position === 0) || (token === "$" && position === tokens.length - 1);
    if (isAtEnd) anchors++;
    else if (/^(?:\^|\$|\\[bB])$/.test(token)) return undefined;
  }
  return alternatives && anchors > 0 ? undefined : { atEnds: anchors > 0 };
}

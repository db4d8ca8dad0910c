import { absent, type Expr, type IntrinsicName, literal, optional, stringType } from "@policyc/ir";
import { call, compare, conditional } from "../build/nodes.js";
import { once } from "../build/once.js";
import type { Context } from "../context.js";
import { unsupportedSyntax, wrongArguments } from "../diagnostics/syntax.js";
import { unitPadding } from "../diagnostics/text.js";
import { ts } from "../typescript.js";
import { isChained } from "../visitors/expressions/chain.js";
import { printable } from "../visitors/expressions/literals.js";
import { isAscii } from "../visitors/expressions/text-length.js";
import { argumentsThere, textOf } from "./arguments.js";
import { match, matchAll } from "./captures.js";
import type { Method } from "./method.js";
import { padEnd, padStart, repeat } from "./padding.js";
import { atWholePositions, mayBeFraction } from "./positions.js";
import { givenPattern, replacedBy, splitAt } from "./text-patterns.js";
import { countingUnits } from "./units.js";

/** `replicas.toString()`, as in a template literal. */
const numberToText: Method = (node, receiver, cx) => {
  const span = cx.span(node);
  if (node.arguments.length > 0)
    return cx.invalid(wrongArguments(span, node.expression.getText(), "use it without arguments"));
  const value = isChained(node) ? textOf(receiver, cx) : printable(receiver, cx);
  return value.kind === "invalid" ? value : { kind: "concat", parts: [value], type: stringType, span };
};

export const numberMethods: Readonly<Record<string, Method>> = { toString: numberToText };

/** A string method that takes strings (or integers) and is the intrinsic of the same name. */
function same(intrinsic: IntrinsicName, least: number, most = least, more?: string): Method {
  return (node, receiver, cx) => {
    const args = argumentsThere(node, cx);
    return args.length < least || args.length > most
      ? cx.invalid(
          wrongArguments(
            cx.span(node),
            node.expression.getText(),
            args.length > most && more !== undefined
              ? more
              : `use ${least === most ? least : `${least} to ${most}`} ${most === 1 ? "argument" : "arguments"}`,
          ),
        )
      : call(intrinsic, [textOf(receiver, cx), ...args], cx.span(node));
  };
}

const fromPosition =
  "use the text behind that position, `const rest = text.slice(start);`, and `rest.indexOf(part)` of it";

function behindPosition(method: string): string {
  return `use the text behind that position: \`text.slice(start).${method}(part)\``;
}

/** Of a name, which is held to ASCII, no engine has a case of its own. */
function inCase(intrinsic: IntrinsicName, ofAscii: IntrinsicName): Method {
  return (node, receiver, cx) => {
    const mapped = same(intrinsic, 0)(node, receiver, cx);
    const [text] = mapped.kind === "call" ? mapped.args : [];
    return text !== undefined && isAscii(receiver, text)
      ? call(ofAscii, [text, literal("", mapped.span)], mapped.span)
      : mapped;
  };
}

const leadingParts = 'use the parts that you want: `const [first = ""] = text.split(separator);`';

/** At nothing JavaScript splits into UTF-16 units, and the engines into characters. */
const split: Method = (node, receiver, cx) => {
  const regex = givenPattern(node, cx);
  if (regex !== undefined) return splitAt(regex, node, receiver, cx);
  const [, limit] = node.arguments;
  if (limit !== undefined && ts.isNumericLiteral(limit)) return firstParts(node, receiver, cx);
  const parts = same("string.split", 1, 1, leadingParts)(node, receiver, cx);
  const separator = parts.kind === "call" ? parts.args[1] : undefined;
  return separator?.kind === "literal" && separator.value === ""
    ? cx.invalid(
        unsupportedSyntax(
          cx.span(node),
          "a split at nothing",
          "use `[...text]` for its characters, `codePointLength(text)`, `slice` or a regular expression",
        ),
      )
    : parts;
};

/** `text.split(":", 2)`: what stands behind the first parts is left out, and not joined to the last of them. */
function firstParts(node: ts.CallExpression, receiver: ts.Expression, cx: Context): Expr {
  const [separator, limit] = node.arguments.map((argument) => cx.expression(argument));
  const span = cx.span(node);
  const isText =
    separator?.type.kind === "string" && (separator.kind !== "literal" || separator.value !== "");
  if (separator === undefined || limit === undefined || !isText || mayBeFraction(limit))
    return cx.invalid(wrongArguments(span, node.expression.getText(), leadingParts));
  const parts = call("string.split", [textOf(receiver, cx), separator], span);
  return call("list.slice", [parts, literal(0, span), limit], span, parts.type);
}

/** In a replacement JavaScript reads `$&` and `$1`; no engine does. */
function hasPattern(replacement: Expr): boolean {
  return replacement.kind !== "literal" || String(replacement.value).includes("$");
}

const plainReplacement =
  "use a replacement that is written out and has no `$`, or `.split(search).join(replacement)`";

const plainSearch = "use a search that is written out and not empty, or `.split(search).join(replacement)`";

/** At nothing JavaScript puts the replacement between UTF-16 units, and OPA's WebAssembly never ends. */
const replaceAll: Method = (node, receiver, cx) => {
  const regex = givenPattern(node, cx);
  if (regex !== undefined) return replacedBy(regex, node, receiver, cx);
  const [search, replacement, ...others] = argumentsThere(node, cx);
  if (search === undefined || replacement === undefined || others.length > 0)
    return cx.invalid(wrongArguments(cx.span(node), "replaceAll", "use `.replaceAll(search, replacement)`"));
  if (search.kind === "invalid" || replacement.kind === "invalid") return search;
  if (hasPattern(replacement))
    return cx.invalid(wrongArguments(cx.span(node), "replaceAll", plainReplacement));
  if (search.kind !== "literal" || search.value === "")
    return cx.invalid(wrongArguments(cx.span(node), "replaceAll", plainSearch));
  return call("string.replaceAll", [textOf(receiver, cx), search, replacement], cx.span(node));
};

/** `text.replace(search, replacement)`: the first occurrence of a plain text; at nothing JavaScript puts it before the text. */
const replace: Method = (node, receiver, cx) => {
  const regex = givenPattern(node, cx);
  if (regex !== undefined) return replacedBy(regex, node, receiver, cx);
  const span = cx.span(node);
  const [search, replacement, ...others] = argumentsThere(node, cx);
  if (search === undefined || replacement === undefined || others.length > 0)
    return cx.invalid(wrongArguments(span, "replace", "use `.replace(search, replacement)`"));
  if (search.kind === "invalid" || replacement.kind === "invalid") return search;
  if (hasPattern(replacement))
    return cx.invalid(wrongArguments(span, "replace", `${plainReplacement}, which replaces all of them`));
  const isTakenAway = replacement.kind === "literal" && replacement.value === "";
  if (search.type.kind !== "string" || !(isTakenAway || holdsSomething(search)))
    return cx.invalid(wrongArguments(span, "replace", plainSearch));
  return call("string.replaceFirst", [textOf(receiver, cx), search, replacement], span);
};

/** Is there something in the text, whatever else is? */
function holdsSomething(text: Expr): boolean {
  if (text.kind === "concat") return text.parts.some(holdsSomething);
  return text.kind === "literal" && text.value !== "";
}

/** `text.charAt(i)`: empty where there is no such character. */
const charAt: Method = (node, receiver, cx) => {
  const span = cx.span(node);
  const [position] = argumentsThere(node, cx);
  if (position?.kind !== "literal" || typeof position.value !== "number" || position.value < 0)
    return cx.invalid(wrongArguments(span, "charAt", "use a number: `.charAt(0)`"));
  return call("string.slice", [textOf(receiver, cx), position, literal(position.value + 1, span)], span);
};

/** `text.at(i)`: absent where there is no such character. */
const at: Method = (node, receiver, cx) => {
  const span = cx.span(node);
  const [position] = argumentsThere(node, cx);
  if (position?.kind !== "literal" || typeof position.value !== "number")
    return cx.invalid(wrongArguments(span, "at", "use a number: `.at(0)`, `.at(-1)`"));
  const { value } = position;
  return once(textOf(receiver, cx), "text", cx, (text) => {
    const bounds = value === -1 ? [position] : [position, literal(value + 1, span)];
    const least = value < 0 ? -value : value + 1;
    const isLongEnough = compare(">=", call("string.length", [text], span), literal(least, span), span);
    return conditional(
      isLongEnough,
      call("string.slice", [text, ...bounds], span),
      absent(span),
      optional(stringType),
      span,
    );
  });
};

/** `text.substring(start, end)`, which sorts its positions and never counts from the end. */
const substring: Method = (node, receiver, cx) => {
  const span = cx.span(node);
  const bounds = argumentsThere(node, cx);
  const [first, second, third] = bounds;
  const isFromStart = first?.kind === "literal" && first.value === 0;
  const computed = second === undefined ? first : isFromStart && third === undefined ? second : undefined;
  if (computed !== undefined && computed.kind !== "literal") {
    const least = call("math.max", [computed, literal(0, span)], span, computed.type);
    const positions = second === undefined ? [least] : [literal(0, span), least];
    return atWholePositions(call("string.slice", [textOf(receiver, cx), ...positions], span), cx);
  }
  const numbers = bounds.flatMap((bound) =>
    bound.kind === "literal" && typeof bound.value === "number" && bound.value >= 0 ? [bound.value] : [],
  );
  if (numbers.length !== bounds.length || numbers.length === 0)
    return cx.invalid(wrongArguments(span, "substring", "use `.slice(start, end)`"));
  const sorted = numbers.toSorted((one, other) => one - other).map((bound) => literal(bound, span));
  return call("string.slice", [textOf(receiver, cx), ...sorted], span);
};

const concat: Method = (node, receiver, cx) => {
  const parts = [textOf(receiver, cx), ...argumentsThere(node, cx)];
  const isText = parts.every(({ type }) => type.kind === "string");
  return isText
    ? { kind: "concat", parts, type: stringType, span: cx.span(node) }
    : cx.invalid(wrongArguments(cx.span(node), "concat", "use a template literal"));
};

const toText: Method = (_, receiver, cx) => textOf(receiver, cx);

export const stringMethods: Readonly<Record<string, Method>> = {
  startsWith: same("string.startsWith", 1, 1, behindPosition("startsWith")),
  endsWith: same(
    "string.endsWith",
    1,
    1,
    "use the text before that position: `text.slice(0, end).endsWith(part)`",
  ),
  includes: same("string.includes", 1, 1, behindPosition("includes")),
  indexOf: same("string.indexOf", 1, 1, fromPosition),
  lastIndexOf: same("string.lastIndexOf", 1),
  split,
  slice: countingUnits((node, receiver, cx) =>
    atWholePositions(same("string.slice", 1, 2)(node, receiver, cx), cx),
  ),
  trim: same("string.trim", 0),
  trimStart: same("string.trimStart", 0),
  trimEnd: same("string.trimEnd", 0),
  toLowerCase: inCase("string.toLowerCase", "string.toLowerAscii"),
  toUpperCase: inCase("string.toUpperCase", "string.toUpperAscii"),
  replaceAll,
  replace,
  match,
  matchAll,
  charAt: countingUnits(charAt),
  at: countingUnits(at),
  substring: countingUnits(substring),
  concat,
  padStart: countingUnits(padStart, unitPadding),
  padEnd: countingUnits(padEnd, unitPadding),
  repeat,
  toString: toText,
};

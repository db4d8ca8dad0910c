import {
  type Call,
  type Expr,
  type IntrinsicName,
  isAsciiText,
  isNeverNegative,
  required,
  whiteSpace,
} from "@policyc/ir";
import { binary, choice, int, list, method, name, text } from "../build.js";
import type { Context } from "../context.js";
import { asInt, type Lowered, once, plain, strictlyInt, unwrap } from "../lowered.js";
import type { Cel } from "../syntax.js";
import { argument, cel, isPath, lowered, sameAs, textOf } from "./arguments.js";
import { allCaptures, captures } from "./captures.js";
import type { IntrinsicLowering } from "./lowering.js";
import { replacePattern, splitPattern } from "./patterns.js";

type TextIntrinsic = Extract<IntrinsicName, `string.${string}`>;

/** What JavaScript's `trim` leaves: CEL's own differs in U+0085 and U+FEFF. */
const trimmed = `[^${whiteSpace}](?s:.*[^${whiteSpace}])?`;

/** Indices and lengths count code points, in CEL as in policy TypeScript. */
export const textIntrinsics: { readonly [K in TextIntrinsic]: IntrinsicLowering } = {
  "string.startsWith": sameAs("startsWith", "bool"),
  "string.endsWith": sameAs("endsWith", "bool"),
  "string.includes": sameAs("contains", "bool"),
  "string.indexOf": search("indexOf"),
  "string.lastIndexOf": search("lastIndexOf"),
  "string.split": sameAs("split", "list(string)"),
  "string.characters": (expr, cx) => plain(method(cel(expr, 0, cx), "split", text("")), "list(string)"),
  "string.slice": slice,
  "string.trim": (expr, cx) => plain(method(cel(expr, 0, cx), "find", text(trimmed)), "string"),
  "string.trimSpace": sameAs("trim", "string"),
  "string.trimStart": (expr, cx) =>
    plain(method(cel(expr, 0, cx), "find", text(`[^${whiteSpace}](?s:.*)`)), "string"),
  "string.trimEnd": (expr, cx) =>
    plain(method(cel(expr, 0, cx), "find", text(`(?s:.*)[^${whiteSpace}]`)), "string"),
  "string.toLowerCase": (expr, cx) => mappedCase("lowerAscii", "toLowerCase", expr, cx),
  "string.toUpperCase": (expr, cx) => mappedCase("upperAscii", "toUpperCase", expr, cx),
  "string.toLowerAscii": lowerAscii,
  "string.toUpperAscii": upperAscii,
  "string.replaceAll": sameAs("replace", "string"),
  "string.replaceFirst": replaceFirst,
  "string.splitPattern": splitPattern,
  "string.replacePattern": replacePattern,
  "string.length": sameAs("size", "int"),
  "string.captures": captures,
  "string.allCaptures": allCaptures,
  "string.allMatches": (expr, cx) =>
    plain(method(cel(expr, 1, cx), "findAll", cel(expr, 0, cx)), "list(string)"),
  "string.matches": (expr, cx) => plain(method(cel(expr, 1, cx), "matches", cel(expr, 0, cx)), "bool"),
};

function replaceFirst(expr: Call, cx: Context): Lowered {
  const [search, replacement] = [cel(expr, 1, cx), cel(expr, 2, cx)];
  return plain(method(cel(expr, 0, cx), "replace", search, replacement, int(1)), "string");
}

/** CEL maps ASCII letters only: exact where the type shows that there are no others. */
function mappedCase(called: string, written: string, expr: Call, cx: Context): Lowered {
  if (!isAscii(argument(expr, 0)))
    return cx.refuse(
      expr,
      `\`${written}\` of text that may hold letters outside ASCII`,
      `ask it for texts in ASCII alone, \`names.includes(text.${written}())\`, and say the text as it is written`,
    );
  return plain(method(cel(expr, 0, cx), called), "string");
}

/** What of the letters outside ASCII becomes one of ASCII in lower case. */
const withAsciiInLowerCase: Readonly<Record<string, readonly [letter: string, lower: string]>> = {
  k: ["\u212a", "k"],
  i: ["\u0130", "i\u0307"],
};

function lowerAscii(expr: Call, cx: Context): Lowered {
  const asked = argument(expr, 1);
  const letters = asked.kind === "literal" ? [...String(asked.value)] : [];
  const lower = letters
    .flatMap((letter) => (withAsciiInLowerCase[letter] === undefined ? [] : [withAsciiInLowerCase[letter]]))
    .reduce(
      (of, [from, to]) => method(of, "replace", text(from), text(to)),
      method(cel(expr, 0, cx), "lowerAscii"),
    );
  return plain(lower, "string");
}

function upperAscii(expr: Call, cx: Context): Lowered {
  const letters = argument(expr, 1);
  const known = (letters.kind === "literal" ? [...String(letters.value)] : []).reduce(
    (of, letter) => method(of, "replace", text(letter), text(letter.toUpperCase())),
    cel(expr, 0, cx),
  );
  return plain(method(known, "upperAscii"), "string");
}

function isAscii(expr: Expr): boolean {
  const type = required(expr.type);
  return type.kind === "string" && (type.literals?.every(isAsciiText) ?? false);
}

/** Lists have it, too. */
function search(called: string): IntrinsicLowering {
  return (expr, cx) => plain(method(textOf(lowered(expr, 0, cx)).cel, called, cel(expr, 1, cx)), "int");
}

/** `text.slice(start, end)`: clamped, negative from the end. CEL's `substring` fails out of range. */
function slice(expr: Call, cx: Context): Lowered {
  const read = lowered(expr, 0, cx);
  const whole = read.cel;
  const start = argument(expr, 1);
  const end = expr.args[2];
  const size = method(whole, "size");
  if (isLiteral(start, 0) && end !== undefined && isNegativeLiteral(end))
    return plain(withoutLast(whole, size, end), "string");
  if (isPath(whole)) return plain(sliced(whole, expr, cx), "string");
  const within = withinBounds(read, expr, cx);
  if (within !== undefined) return plain(within, "string");
  const variable = cx.fresh("text");
  return plain(once(textOf(read).cel, variable, sliced(name(variable), expr, cx)), "string");
}

/** `text.slice(0, -1)`. */
function withoutLast(whole: Cel, size: Cel, end: { readonly value: number }): Cel {
  const count = -end.value;
  return choice(
    binary(">=", size, int(count)),
    method(whole, "substring", int(0), binary("-", size, int(count))),
    text(""),
  );
}

function sliced(whole: Cel, expr: Call, cx: Context): Cel {
  const within = withinBounds(plain(whole, "string"), expr, cx);
  if (within !== undefined) return within;
  const size = method(whole, "size");
  const start = bound(argument(expr, 1), size, cx);
  const end = expr.args[2] === undefined ? undefined : bound(expr.args[2], size, cx);
  if (end === undefined) return method(whole, "substring", start);
  // JavaScript gives the empty text where the end lies before the start.
  const isFromStart = start.kind === "number" && start.value === 0;
  return method(whole, "substring", isFromStart ? start : smaller(start, end), end);
}

/** From the start, or to the end, or both, at places where something was found in this very text. */
function withinBounds({ cel: whole }: Lowered, expr: Call, cx: Context): Cel | undefined {
  const [start, end] = [argument(expr, 1), expr.args[2]];
  const isWithin = (position: Expr): boolean => isLiteral(position, 0) || isFoundIn(whole, position, cx);
  if (!isWithin(start) || (end !== undefined && !(isWithin(end) && isLiteral(start, 0)))) return undefined;
  const bounds = [start, ...(end === undefined ? [] : [end])].map((one) => asInt(unwrap(cx.lower(one))));
  return method(whole, "substring", ...bounds);
}

/** `text.indexOf(x)` where it is found, and the place behind one character. */
function isFoundIn(whole: Cel, position: Expr, cx: Context): boolean {
  if (position.kind === "arithmetic" && position.operator === "+") {
    const [, search] = position.left.kind === "call" ? position.left.args : [];
    const isOne = isLiteral(position.right, 1) && search?.kind === "literal" && search.value !== "";
    return isOne && isSearchOf(whole, position.left, cx);
  }
  return isNeverNegative(position) && isSearchOf(whole, position, cx);
}

function isSearchOf(whole: Cel, search: Expr, cx: Context): boolean {
  if (search.kind !== "call") return false;
  if (search.intrinsic !== "string.indexOf" && search.intrinsic !== "string.lastIndexOf") return false;
  return JSON.stringify(unwrap(cx.lower(argument(search, 0))).cel) === JSON.stringify(whole);
}

/** Where an index stands in a text of this size. */
function bound(expr: Expr, size: Cel, cx: Context): Cel {
  if (isLiteral(expr, 0)) return int(0);
  if (isNegativeLiteral(expr)) return larger(int(0), binary("-", size, int(-expr.value)));
  const lowered = unwrap(cx.lower(expr));
  const [position, strictly] = [asInt(lowered), strictlyInt(lowered)];
  if (isNeverNegative(expr)) return smaller(strictly, size);
  return choice(
    binary("<", position, int(0)),
    larger(int(0), binary("+", size, position)),
    smaller(strictly, size),
  );
}

function smaller(left: Cel, right: Cel): Cel {
  return method(list(left, right), "min");
}

function larger(left: Cel, right: Cel): Cel {
  return method(list(left, right), "max");
}

function isLiteral(expr: Expr, value: number): boolean {
  return expr.kind === "literal" && expr.value === value;
}

function isNegativeLiteral(expr: Expr): expr is Expr & { readonly kind: "literal"; readonly value: number } {
  return expr.kind === "literal" && typeof expr.value === "number" && expr.value < 0;
}

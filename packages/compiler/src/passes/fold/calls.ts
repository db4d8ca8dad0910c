import type { Span } from "@policyc/diagnostics";
import {
  absent,
  type Call,
  type Expr,
  type IntrinsicName,
  integerType,
  isEmpty,
  type List,
  type Literal,
  literal,
  mayBeAbsent,
  stringType,
  trimSpace,
  unknownType,
} from "@policyc/ir";
import {
  compareQuantities,
  globMatches,
  isQuantity,
  parseInteger,
  parseNumber,
  regexMatches,
  sorted,
} from "@policyc/sdk";
import { foldListCall } from "./list-calls.js";

type Constant = Literal["value"];

/** Calls whose arguments are all constants, computed by JavaScript or by the SDK's own functions: one meaning. */
export function foldCall(expr: Expr): Expr {
  if (expr.kind !== "call") return expr;
  const listed =
    foldListCall(expr) ??
    counted(expr) ??
    mapped(expr) ??
    hasField(expr) ??
    keysWritten(expr) ??
    rejoined(expr) ??
    arrangedWritten(expr) ??
    sizeWritten(expr);
  if (listed !== undefined) return listed;
  const args = expr.args.flatMap((arg) => (arg.kind === "literal" ? [arg.value] : []));
  if (args.length < expr.args.length) return expr;
  if (expr.intrinsic === "number.parse") return parsed(args[0], parseNumber, expr);
  if (expr.intrinsic === "number.parseInteger") return parsed(args[0], parseInteger, expr);
  if (expr.intrinsic === "number.ofDigits" || expr.intrinsic === "number.ofPlainDigits")
    return /^\d+$/.test(String(args[0])) ? literal(Number(args[0]), expr.span) : expr;
  const value = computed(expr.intrinsic, args);
  return value === undefined ? expr : literal(value, expr.span);
}

function computed(intrinsic: IntrinsicName, args: readonly Constant[]): Constant | undefined {
  const [first, second] = args;
  if (intrinsic === "string.replaceFirst") return replacedFirst(args);
  if (typeof first === "string" && typeof second === "string") return ofTwoTexts[intrinsic]?.(first, second);
  if (typeof first === "string" && args.length === 1) return ofText[intrinsic]?.(first);
  if (typeof first === "string" && intrinsic === "string.slice") return slice(first, args.slice(1));
  return undefined;
}

function parsed(text: Constant | undefined, parse: (text: string) => number | undefined, expr: Call): Expr {
  if (typeof text !== "string") return expr;
  const number = parse(text);
  return number === undefined ? absent(expr.span) : literal(number, expr.span);
}

/** `text.split("h").join(",")` is `text.replaceAll("h", ",")`. */
function rejoined({ intrinsic, args: [list, separator], type, span }: Call): Expr | undefined {
  if (intrinsic !== "list.join" || list?.kind !== "call" || list.intrinsic !== "string.split")
    return undefined;
  const [text, search] = list.args;
  if (text === undefined || search?.kind !== "literal" || search.value === "") return undefined;
  if (separator?.kind !== "literal") return undefined;
  return { kind: "call", intrinsic: "string.replaceAll", args: [text, search, separator], type, span };
}

/** `"field" in object`: a key that is written out, of an object with fields; one without any has none. */
function hasField({ intrinsic, args: [of, key], type, span }: Call): Expr | undefined {
  if (intrinsic === "map.has" && of !== undefined && isEmpty(of)) return literal(false, span);
  if (intrinsic !== "map.has" || of?.type.kind !== "record" || key?.kind !== "literal") return undefined;
  const name = String(key.value);
  return { kind: "present", of: { kind: "field", of, name, type: unknownType, span }, type, span };
}

const arranging: Partial<Record<IntrinsicName, (texts: readonly string[]) => readonly string[]>> = {
  "list.sorted": sorted,
  "list.distinct": (texts) => [...new Set(texts)],
  "list.reversed": (texts) => texts.toReversed(),
};

/** The keys of an object that is written out; their order means nothing. */
function keysWritten({ intrinsic, args: [of], span }: Call): Expr | undefined {
  if (intrinsic !== "map.keys" || of?.kind !== "record") return undefined;
  const isSure = of.entries.every(({ value }) => !mayBeAbsent(value.type));
  return isSure ? textsWritten(sorted(of.entries.map(({ name }) => name)), span) : undefined;
}

/** A list of texts that is written out, in order, or each of them once. */
function arrangedWritten({ intrinsic, args: [of], span }: Call): Expr | undefined {
  const arranged = arranging[intrinsic];
  if (arranged === undefined || of?.kind !== "list") return undefined;
  const texts = textsIn(of);
  return texts === undefined ? undefined : textsWritten(arranged(texts), span);
}

/** The size of a set of texts that are written out. */
function sizeWritten({ intrinsic, args: [of], span }: Call): Expr | undefined {
  const [list] = intrinsic === "set.size" && of?.kind === "call" && of.intrinsic === "set.of" ? of.args : [];
  const texts = list?.kind === "list" ? textsIn(list) : undefined;
  return texts === undefined ? undefined : literal(new Set(texts).size, span);
}

function textsIn({ items }: List): readonly string[] | undefined {
  const texts = items.flatMap(({ spread, value }) =>
    !spread && value.kind === "literal" && typeof value.value === "string" ? [value.value] : [],
  );
  return texts.length === items.length ? texts : undefined;
}

function textsWritten(texts: readonly string[], span: Span): Expr {
  const items = texts.map((text) => ({ spread: false, value: literal(text, span) }));
  return { kind: "list", items, type: { kind: "list", element: stringType }, span };
}

/** By code point, as the engines count. */
function slice(text: string, bounds: readonly Constant[]): string | undefined {
  const [start, end] = bounds.flatMap((bound) => (typeof bound === "number" ? [bound] : []));
  return start === undefined ? undefined : [...text].slice(start, end).join("");
}

function replacedFirst(args: readonly Constant[]): string {
  const [text = "", search = "", replacement = ""] = args.map(String);
  return text.replace(search, () => replacement);
}

/** In characters. */
function positionOf(text: string, part: string): number {
  return charactersBefore(text, text.indexOf(part));
}

function lastPositionOf(text: string, part: string): number {
  return charactersBefore(text, text.lastIndexOf(part));
}

function charactersBefore(text: string, unit: number): number {
  return unit < 0 ? unit : [...text.slice(0, unit)].length;
}

const ofTwoTexts: Partial<Record<IntrinsicName, (first: string, second: string) => Constant | undefined>> = {
  "string.startsWith": (text, prefix) => text.startsWith(prefix),
  "string.endsWith": (text, suffix) => text.endsWith(suffix),
  "string.includes": (text, part) => text.includes(part),
  "string.indexOf": positionOf,
  "string.lastIndexOf": lastPositionOf,
  "string.matches": (pattern, text) => matches(pattern, text),
  globMatches,
  compareQuantities: (a, b) => (isQuantity(a) && isQuantity(b) ? compareQuantities(a, b) : undefined),
};

const ofText: Partial<Record<IntrinsicName, (text: string) => Constant>> = {
  "string.length": (text) => [...text].length,
  "string.trim": (text) => text.trim(),
  "string.trimSpace": trimSpace,
  "string.toLowerCase": (text) => text.toLowerCase(),
  "string.toUpperCase": (text) => text.toUpperCase(),
  "string.toLowerAscii": (text) => text.toLowerCase(),
  "string.toUpperAscii": (text) => text.toUpperCase(),
  isQuantity,
};

/** The syntax is RE2's: what JavaScript does not read is left to the engine. */
function matches(pattern: string, text: string): boolean | undefined {
  if (/\\[xpPQAzC]|\(\?[a-zA-Z]/.test(pattern)) return undefined;
  try {
    return regexMatches(pattern, text);
  } catch {
    return undefined;
  }
}

/** A sum of ones is a number of elements, and so is the length of a list of ones. */
function counted({ intrinsic, args: [list], span }: Call): Expr | undefined {
  if (list?.kind !== "collect" || list.flatten || list.value.kind !== "literal") return undefined;
  const isCount = intrinsic === "list.length" && list.into === "list";
  if (!isCount && (intrinsic !== "list.sum" || list.value.value !== 1)) return undefined;
  const { name, type } = list.iteration.binder;
  const elements: Expr = {
    ...list,
    value: { kind: "local", name, type, span },
    type: { kind: "list", element: type },
  };
  return { kind: "call", intrinsic: "list.length", args: [elements], type: integerType, span };
}

/** `xs.map(f).length` is `xs.length`: something is made of each. */
function mapped(expr: Call): Expr | undefined {
  const [list] = expr.args;
  if (expr.intrinsic !== "list.length" || list?.kind !== "collect" || list.into !== "list") return undefined;
  const { over } = list.iteration;
  const isOfEach = list.where === undefined && !list.flatten && over.type.kind === "list";
  return isOfEach ? { ...expr, args: [over] } : undefined;
}

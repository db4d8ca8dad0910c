import type { Call, IntrinsicName } from "@policyc/ir";
import { optional, quantityPattern, semverPattern } from "@policyc/ir";
import { and, binary, boolean, call, choice, double, method, name, or, text } from "../build.js";
import type { Context } from "../context.js";
import { equality } from "../expressions/comparison.js";
import { dyn, type Lowered, plain } from "../lowered.js";
import type { Cel } from "../syntax.js";
import type { CelFeature } from "../versions.js";
import { argument, cel, lowered } from "./arguments.js";
import type { IntrinsicLowering } from "./lowering.js";

type SdkIntrinsic = Exclude<
  IntrinsicName,
  `${"string" | "list" | "set" | "map" | "number" | "math"}.${string}`
>;

/** The SDK's own functions. */
export const sdkIntrinsics: { readonly [K in SdkIntrinsic]: IntrinsicLowering } = {
  deepEqual: (expr, cx) => plain(equality(cx.lower(argument(expr, 0)), cx.lower(argument(expr, 1))), "bool"),
  globMatches,
  // CEL's own `isQuantity` takes `m` and `-` for quantities, too.
  isQuantity: (expr, cx) => plain(method(cel(expr, 0, cx), "matches", text(quantityPattern)), "bool"),
  isSemver: (expr, cx) => since("semver", expr, cx, plain(call("isSemver", cel(expr, 0, cx)), "bool")),
  compareSemver: (expr, cx) =>
    since("semver", expr, cx, plain(method(version(expr, 0, cx), "compareTo", version(expr, 1, cx)), "int")),
  isIp: (expr, cx) => since("addresses", expr, cx, plain(call("isIP", cel(expr, 0, cx)), "bool")),
  isCidr: (expr, cx) => since("addresses", expr, cx, plain(call("isCIDR", cel(expr, 0, cx)), "bool")),
  cidrContains,
  "is.given": isGiven,
  "is.string": (expr, cx) => plain(isOf(expr, "string", cx), "bool"),
  "is.number": (expr, cx) => plain(or(isOf(expr, "int", cx), isOf(expr, "double", cx)), "bool"),
  "is.boolean": (expr, cx) => plain(isOf(expr, "bool", cx), "bool"),
  "is.list": (expr, cx) => plain(isOf(expr, "list", cx), "bool"),
  milliValue,
  compareQuantities: (expr, cx) =>
    plain(method(call("quantity", cel(expr, 0, cx)), "compareTo", call("quantity", cel(expr, 1, cx))), "int"),
};

/** `asInteger` fails on a fraction, and `asApproximateFloat` is what it says: rounding makes up for that. */
function milliValue(expr: Call, cx: Context): Lowered {
  const quantity = call("quantity", cel(expr, 0, cx));
  const half = binary("*", double(0.5), call("double", call("sign", quantity)));
  const thousandths = binary("*", method(quantity, "asApproximateFloat"), double(1000));
  const value = choice(
    method(quantity, "isInteger"),
    binary("*", call("double", method(quantity, "asInteger")), double(1000)),
    call("double", call("int", binary("+", thousandths, half))),
  );
  return plain(value, "double");
}

/** Only where the API server's CEL has it. */
function since(feature: CelFeature, expr: Call, cx: Context, value: Lowered): Lowered {
  return cx.has(feature) ? value : cx.needs(feature, expr, `\`${expr.intrinsic}\``);
}

/** `semver` fails on text that is no version, which counts as the lowest one. */
function version(expr: Call, position: number, cx: Context): Cel {
  const value = cel(expr, position, cx);
  const isKnown = value.kind === "text" && new RegExp(semverPattern, "u").test(value.value);
  return call("semver", isKnown ? value : choice(call("isSemver", value), value, text("0.0.0")));
}

function isGiven(expr: Call, cx: Context): Lowered {
  const read = argument(expr, 0);
  const { cel: whole, optional: absence, type } = cx.lower({ ...read, type: optional(read.type) });
  const value = plain(absence?.value ?? whole, type);
  // Of an element of `xs.distinct()` the checker would take for granted that it is null, as it is compared with it.
  const isElement = absence === undefined && whole.kind === "name";
  const isValue = binary("!=", isElement ? call("dyn", whole) : dyn(value).cel, name("null"));
  // An element of a list is there, and may be null.
  return plain(absence === undefined ? isValue : and(absence.present, isValue), "bool");
}

function isOf(expr: Call, type: string, cx: Context): Cel {
  return binary("==", call("type", dyn(lowered(expr, 0, cx)).cel), name(type));
}

/** `containsIP` and `containsCIDR` fail on text that they cannot read, which is contained in nothing. */
function cidrContains(expr: Call, cx: Context): Lowered {
  const [range, inner] = [cel(expr, 0, cx), cel(expr, 1, cx)];
  const parsed = call("cidr", range);
  const contained = choice(
    call("isCIDR", inner),
    method(parsed, "containsCIDR", inner),
    and(call("isIP", inner), method(parsed, "containsIP", inner)),
  );
  return since("addresses", expr, cx, plain(and(call("isCIDR", range), contained), "bool"));
}

function globMatches(expr: Call, cx: Context): Lowered {
  const pattern = argument(expr, 0);
  const value = cel(expr, 1, cx);
  if (pattern.kind === "literal" && typeof pattern.value === "string")
    return plain(matchesGlob(value, pattern.value), "bool");
  return plain(method(value, "matches", globAsRegex(cel(expr, 0, cx))), "bool");
}

/** A known pattern, as a person would test it. Also for namespaces and names of `match`. */
export function matchesGlob(value: Cel, pattern: string): Cel {
  if (pattern === "*") return boolean(true);
  const pieces = pattern.split("*");
  const [prefix = "", middle = "", suffix = ""] = pieces;
  if (pattern.includes("?") || pieces.length > 3)
    return method(value, "matches", text(literalAsRegex(pattern)));
  if (pieces.length === 1) return binary("==", value, text(pattern));
  if (pieces.length === 2) return affixes(value, prefix, middle, pattern);
  if (prefix === "" && suffix === "")
    return middle === "" ? boolean(true) : method(value, "contains", text(middle));
  return method(value, "matches", text(literalAsRegex(pattern)));
}

/** `a*b` takes both ends, and they must not overlap. */
function affixes(value: Cel, prefix: string, suffix: string, pattern: string): Cel {
  if (suffix === "") return method(value, "startsWith", text(prefix));
  if (prefix === "") return method(value, "endsWith", text(suffix));
  return method(value, "matches", text(literalAsRegex(pattern)));
}

function literalAsRegex(pattern: string): string {
  const source = [...pattern]
    .map((char) => (char === "*" ? ".*" : char === "?" ? "." : char.replace(/[\\^$.|+()[\]{}]/, "\\$&")))
    .join("");
  return `^(?s:${source})$`;
}

/** RE2's special characters, backslash first; then the glob's own two. */
const escapes: readonly (readonly [string, string])[] = [
  ...["\\", ".", "+", "(", ")", "[", "]", "{", "}", "^", "$", "|"].map(
    (char) => [char, `\\${char}`] as const,
  ),
  ["*", ".*"],
  ["?", "."],
];

function globAsRegex(pattern: Cel): Cel {
  const source = escapes.reduce(
    (escaped, [char, replacement]) => method(escaped, "replace", text(char), text(replacement)),
    pattern,
  );
  return binary("+", binary("+", text("^(?s:"), source), text(")$"));
}

import { defect } from "@policyc/diagnostics";
import type { CompareOperator, Expr, ExprOf } from "@policyc/ir";
import { isNeverNegative, required, semverPattern } from "@policyc/ir";
import { cidrContainsRule, cidrRule, ipRule } from "../rules/address.js";
import { distinctRule } from "../rules/lists.js";
import { digitsRule, inFullRule, integerRule, numberRule, roundedRule } from "../rules/number.js";
import { matchesRule } from "../rules/patterns.js";
import { versionRule } from "../rules/semver.js";
import { indexRule, lastIndexRule, replaceFirstRule, whiteSpaceRule } from "../rules/text.js";
import { callTerm, infix, ref, scalar, type Term, variable } from "../syntax.js";
import { lowerAscii, upperAscii } from "./ascii-case.js";
import { setOf } from "./building.js";
import type { Context } from "./context.js";
import { withoutEmptyFallback } from "./definedness.js";
import { globRule, milliRule, positionRule, quantityRules } from "./library.js";
import { partsBetween, replacedPattern } from "./text-patterns.js";

type CallExpr = ExprOf<"call">;

/** A Boolean intrinsic as one line of a body. */
export function intrinsicTest(expr: CallExpr, cx: Context): Term {
  const [first, second] = expr.args.map((arg) => cx.value(arg));
  if (first === undefined) return defect(`\`${expr.intrinsic}\` without arguments`);
  const other = second ?? scalar(null);
  switch (expr.intrinsic) {
    case "string.startsWith":
      return callTerm("startswith", first, other);
    case "string.endsWith":
      return callTerm("endswith", first, other);
    case "string.includes":
      return callTerm("contains", first, other);
    case "string.matches":
      return callTerm("regex.match", first, other);
    case "list.includes":
    case "set.has":
      return infix("in", other, first);
    case "map.has":
      return hasKey(expr, other, cx);
    case "deepEqual":
      return infix("==", ...pair(expr, cx));
    case "globMatches":
      return simpleGlob(expr.args[0], other) ?? callTerm(cx.shared("glob_matches", globRule), first, other);
    case "isQuantity":
      return callTerm(cx.shared("is_quantity", quantityRules.test), first);
    case "number.isInteger":
      return infix("==", first, callTerm("floor", first));
    case "is.given":
      return infix("!=", first, scalar(null));
    case "is.string":
      return callTerm("is_string", first);
    case "is.number":
      return callTerm("is_number", first);
    case "is.boolean":
      return callTerm("is_boolean", first);
    case "is.list":
      return callTerm("is_array", first);
    case "isSemver":
      return callTerm("regex.match", scalar(semverPattern), first);
    case "isIp":
      return callTerm(cx.shared("is_ip", ipRule), first);
    case "isCidr":
      return callTerm(cx.shared("is_cidr", cidrRule), first);
    case "cidrContains": {
      const rule = cidrContainsRule(cx.shared("is_cidr", cidrRule), cx.shared("is_ip", ipRule));
      return callTerm(cx.shared("cidr_contains", rule), first, other);
    }
    default:
      return defect(`\`${expr.intrinsic}\` is no test`);
  }
}

function whiteSpace(cx: Context): Term {
  return variable(cx.shared("white_space", whiteSpaceRule));
}

/** `labels[name]` says that it is there, unless it may be false; it says that it is not where there are no labels. */
function hasKey({ args: [map] }: CallExpr, key: Term, cx: Context): Term {
  if (map === undefined) return defect("`map.has` without a map");
  const of = required(map.type);
  const element = of.kind === "map" ? required(of.value).kind : "unknown";
  return element === "string" || element === "record" || element === "list"
    ? ref(cx.value(withoutEmptyFallback(map)), key)
    : infix("in", key, callTerm("object.keys", cx.value(map)));
}

/** A known pattern with its wildcards at the ends needs no pattern matching: `abc`, `abc*`, `*abc`, `*abc*`. */
function simpleGlob(pattern: Expr | undefined, text: Term): Term | undefined {
  if (pattern?.kind !== "literal") return undefined;
  const written = String(pattern.value);
  const inner = written.replace(/^\*|\*$/g, "");
  if (/[*?]/.test(inner) || inner === "") return undefined;
  if (written === inner) return infix("==", text, scalar(inner));
  const [before, after] = [written.startsWith("*"), written.endsWith("*")];
  return callTerm(before && after ? "contains" : before ? "endswith" : "startswith", text, scalar(inner));
}

/** OPA compiles to WASM what stands right of an object that is written out, unless it is an object that is computed. */
function pair(expr: CallExpr, cx: Context): readonly [Term, Term] {
  const [left = scalar(null), right = scalar(null)] = expr.args.map((arg) => cx.total(arg));
  return left.kind === "object" && right.kind === "mapping" ? [right, left] : [left, right];
}

/** `compareQuantities(a, b) > 0` reads as the comparison that it is. */
export function comparedQuantities(
  operator: CompareOperator,
  left: Expr,
  right: Expr,
  cx: Context,
): Term | undefined {
  if (
    left.kind !== "call" ||
    left.intrinsic !== "compareQuantities" ||
    right.kind !== "literal" ||
    right.value !== 0
  )
    return undefined;
  const quantity = cx.shared("quantity", quantityRules.value);
  const [a, b] = left.args.map((arg) => callTerm(quantity, cx.value(arg)));
  return a === undefined || b === undefined ? undefined : infix(operator, a, b);
}

/** An intrinsic that is a value. */
export function intrinsicValue(expr: CallExpr, cx: Context): Term {
  const args = expr.args.map((arg) => cx.value(expr.intrinsic === "list.sorted" ? onceEach(arg) : arg));
  const [first, second, third] = args;
  if (first === undefined) return defect(`\`${expr.intrinsic}\` without arguments`);
  const other = second ?? scalar(null);
  switch (expr.intrinsic) {
    case "string.indexOf":
      return other.kind === "scalar" && other.value !== ""
        ? callTerm("indexof", first, other)
        : callTerm(cx.shared("index_of", indexRule), first, other);
    case "string.lastIndexOf":
      return callTerm(cx.shared("last_index_of", lastIndexRule), first, other);
    case "number.inFull":
      return callTerm(cx.shared("in_full", inFullRule), first);
    case "string.split":
      return callTerm("split", first, other);
    case "string.characters":
      return callTerm("split", first, scalar(""));
    case "string.slice":
      return textSlice(expr, first, cx);
    case "string.trim":
      return callTerm("trim", first, whiteSpace(cx));
    case "string.trimSpace":
      return callTerm("trim_space", first);
    case "string.trimStart":
      return callTerm("trim_left", first, whiteSpace(cx));
    case "string.trimEnd":
      return callTerm("trim_right", first, whiteSpace(cx));
    case "string.toLowerCase":
      return callTerm("lower", first);
    case "string.toUpperCase":
      return callTerm("upper", first);
    case "string.toLowerAscii":
      return lowerAscii(expr, first);
    case "string.toUpperAscii":
      return upperAscii(expr, first);
    case "string.replaceAll":
      return callTerm("replace", first, other, third ?? scalar(""));
    case "string.captures":
      return ref(callTerm("regex.find_all_string_submatch_n", first, other, scalar(1)), scalar(0));
    case "string.allCaptures":
      return callTerm("regex.find_all_string_submatch_n", first, other, scalar(-1));
    case "string.allMatches":
      return callTerm(cx.shared("matches_in", matchesRule), other, first);
    case "string.replaceFirst":
      return callTerm(
        cx.shared("replace_first", replaceFirstRule),
        first,
        other,
        third ?? defect("nothing in place of what is found"),
      );
    case "string.splitPattern":
      return partsBetween(expr, first, cx);
    case "string.replacePattern":
      return replacedPattern(expr, [first, other, third ?? scalar("")], cx);
    case "string.length":
    case "list.length":
    case "set.size":
    case "map.size":
      return callTerm("count", first);
    case "list.join":
      return callTerm("concat", other, first);
    case "list.slice":
      return callTerm("array.slice", first, ...bounds(expr, first, cx));
    case "set.of":
      return setOf(first);
    case "list.distinct":
      return callTerm(cx.shared("distinct", distinctRule), first);
    case "list.reversed":
      return callTerm("array.reverse", first);
    case "list.sorted":
      return inOrder(first);
    case "number.parse":
      return callTerm(cx.shared("parse_number", numberRule), first);
    case "number.parseInteger":
      return callTerm(cx.shared("parse_integer", integerRule), first);
    case "number.ofDigits":
      return callTerm(cx.shared("number_of_digits", digitsRule), first);
    case "number.ofPlainDigits":
      return callTerm("to_number", first);
    case "milliValue":
      return callTerm(cx.shared("milli_value", milliRule(cx.shared("quantity", quantityRules.value))), first);
    case "compareSemver":
      return callTerm("semver.compare", version(expr.args[0], first, cx), version(expr.args[1], other, cx));
    case "map.keys":
      return inOrder(callTerm("object.keys", first));
    case "math.min":
      return callTerm("min", { kind: "array", items: args });
    case "math.max":
      return callTerm("max", { kind: "array", items: args });
    case "math.abs":
      return callTerm("abs", first);
    case "math.floor":
      return rounded("floor", expr, cx);
    case "math.ceil":
      return rounded("ceil", expr, cx);
    case "list.sum":
      return callTerm("sum", first);
    case "list.min":
      return callTerm("min", first);
    case "list.max":
      return callTerm("max", first);
    case "compareQuantities":
      return signOf(expr, cx);
    default:
      return defect(`\`${expr.intrinsic}\` is a test`);
  }
}

/** Each value once, where the order does not count: a set. */
function onceEach(list: Expr): Expr {
  return list.kind === "call" && list.intrinsic === "list.distinct" ? { ...list, intrinsic: "set.of" } : list;
}

/** `object.keys` is a set: `sort` makes a list of it, which needs no second one. */
function inOrder(list: Term): Term {
  return list.kind === "call" && list.name === "sort" ? list : callTerm("sort", list);
}

function rounded(called: "floor" | "ceil", { args }: CallExpr, cx: Context): Term {
  const [of] = args;
  if (of === undefined) return defect(`\`${called}\` without a number`);
  return isNeverNegative(of)
    ? callTerm(called, cx.value(of))
    : callTerm(cx.shared(`${called}_of`, roundedRule(called)), cx.value(of));
}

/** What is no version counts as `0.0.0`: an undefined comparison could lose a violation. */
function version(expr: Expr | undefined, term: Term, cx: Context): Term {
  const isKnown = expr?.kind === "literal" && new RegExp(semverPattern, "u").test(String(expr.value));
  return isKnown ? term : callTerm(cx.shared("version", versionRule), term);
}

/** -1, 0 or 1, where the author keeps the number. */
function signOf(expr: CallExpr, cx: Context): Term {
  const quantity = cx.shared("quantity", quantityRules.value);
  const [a, b] = expr.args.map((arg) => callTerm(quantity, cx.value(arg)));
  const [left, right] = [a ?? scalar(0), b ?? scalar(0)];
  return cx.helper(
    "compare_quantities",
    [expr],
    [
      { value: scalar(-1), body: [{ kind: "expr", term: infix("<", left, right), negated: false }] },
      { value: scalar(1), body: [{ kind: "expr", term: infix(">", left, right), negated: false }] },
      { value: scalar(0), body: [] },
    ],
  );
}

const length = (text: Term): Term => callTerm("count", text);
const atLeastZero = (term: Term): Term => callTerm("max", { kind: "array", items: [scalar(0), term] });

/** A position counted from the end where it is negative, as JavaScript counts. */
function position(of: Term, bound: Expr | undefined, cx: Context): Term | undefined {
  if (bound === undefined) return undefined;
  if (bound.kind !== "literal" || typeof bound.value !== "number") {
    if (isNeverNegative(bound)) return cx.value(bound);
    return callTerm(cx.shared("from_start", positionRule), length(of), cx.value(bound));
  }
  return bound.value >= 0 ? scalar(bound.value) : atLeastZero(infix("-", length(of), scalar(-bound.value)));
}

/** `text.slice(start, end)` as `substring(text, start, length)`. */
function textSlice(expr: CallExpr, text: Term, cx: Context): Term {
  const start = position(text, expr.args[1], cx) ?? scalar(0);
  const end = position(text, expr.args[2], cx);
  if (end === undefined) return callTerm("substring", text, start, scalar(-1));
  const fromStart = start.kind === "scalar" && start.value === 0;
  return callTerm("substring", text, start, fromStart ? end : atLeastZero(infix("-", end, start)));
}

function bounds(expr: CallExpr, list: Term, cx: Context): readonly Term[] {
  const start = position(list, expr.args[1], cx) ?? scalar(0);
  return [start, position(list, expr.args[2], cx) ?? length(list)];
}

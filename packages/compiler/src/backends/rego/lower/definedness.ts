import { type Expr, isEmpty, mayBeAbsent, required, type Type } from "@policyc/ir";
import type { Term } from "../syntax.js";

/** Can the plain term be undefined? Names are always bound to something, and choices give something, if only `null`. */
export function mayBeUndefined(expr: Expr): boolean {
  if (expr.kind === "field" || expr.kind === "index" || expr.kind === "call") return mayBeAbsent(expr.type);
  return expr.kind === "input" && (mayBeAbsent(expr.type) || expr.root === "params");
}

/** Is the plain term undefined exactly where the value is absent, so that nobody has to ask for `null`? */
export function isUndefinedWhereAbsent(expr: Expr): boolean {
  if (expr.kind === "field" || expr.kind === "call") return mayBeUndefined(expr);
  return expr.kind === "index" && required(expr.of.type).kind === "list" && !isAmongOptionals(expr);
}

/** An element of `[a, b]` or `{ a, b }` whose values may be absent: those are written as `null`. */
export function isAmongOptionals(expr: Expr): boolean {
  if (expr.kind !== "index") return false;
  const of = required(expr.of.type);
  if (of.kind === "map") return mayBeAbsent(of.value);
  return of.kind === "list" && mayBeAbsent(of.element);
}

/** On CREATE the request carries `oldObject: null`, which is there for a plain reference. */
export function saysPresence(of: Expr): boolean {
  return of.kind !== "input" && mayBeUndefined(of) && !canBeFalse(of) && !isAmongOptionals(of);
}

export function canBeFalse({ type }: { readonly type: Type }): boolean {
  const { kind } = required(type);
  return kind === "boolean" || kind === "union" || kind === "unknown";
}

/** `xs ?? []` where reading nothing, or `null`, does as well as reading an empty list or record. */
export function withoutEmptyFallback(expr: Expr): Expr {
  return expr.kind === "coalesce" && isEmpty(expr.fallback) ? evenNull(expr.of) : evenNull(expr);
}

/** What is read where it is not `null`, read in any case. */
function evenNull(expr: Expr): Expr {
  if (expr.kind !== "conditional" || !(expr.else.kind === "absent" || isEmpty(expr.else))) return expr;
  return expr.test.kind === "call" && expr.test.intrinsic === "is.given" ? expr.then : expr;
}

/**
 * Does `not` before the term hold where something in it is undefined? OPA takes the arguments of calls, of `<` and `!=`
 * among them, and the keys of references, out of the negation, and what is undefined there fails the whole body; `==`, a
 * test that is one call, and references themselves stay inside.
 */
export function canBeNegated(term: Term): boolean {
  return isNegatable(term, isDefined);
}

/**
 * The same where the keys of its references are there, or are wanted by what stands in its place as well. What a function gives
 * as a key is a text, and so is there.
 */
export function canBeNegatedWithKeys(term: Term): boolean {
  const isThere = (key: Term): boolean => key.kind === "call" && key.args.every(isDefined);
  return isNegatable(term, (key) => key.kind === "ref" || isThere(key) || isDefined(key));
}

function isNegatable(term: Term, hasKey: (key: Term) => boolean): boolean {
  const staysInside = (part: Term): boolean => {
    if (part.kind !== "ref") return part.kind === "var" || isDefined(part);
    return staysInside(part.base) && (part.key.kind === "var" || hasKey(part.key));
  };
  if (term.kind === "call") return term.args.every(isDefined);
  if (term.kind === "infix" && term.operator === "==") return [term.left, term.right].every(staysInside);
  return staysInside(term);
}

/** Is there a value, whatever the object has? */
function isDefined(term: Term): boolean {
  switch (term.kind) {
    case "ref":
      return false;
    case "call":
      return total.has(term.name) && term.args.every(isDefined);
    case "infix":
      return [term.left, term.right].every(isDefined);
    case "array":
    case "set":
      return term.items.every(isDefined);
    case "object":
      return term.entries.every(([, value]) => isDefined(value));
    default:
      return true;
  }
}

/** Functions of OPA that give something for all arguments of their types; rules of ours may give nothing. */
const total: ReadonlySet<string> = new Set([
  "abs",
  "array.concat",
  "array.slice",
  "ceil",
  "concat",
  "contains",
  "count",
  "endswith",
  "floor",
  "indexof",
  "lower",
  "object.get",
  "object.keys",
  "regex.match",
  "replace",
  "round",
  "sort",
  "split",
  "sprintf",
  "startswith",
  "strings.replace_n",
  "substring",
  "sum",
  "trim",
  "trim_left",
  "trim_prefix",
  "trim_right",
  "trim_space",
  "trim_suffix",
  "upper",
]);

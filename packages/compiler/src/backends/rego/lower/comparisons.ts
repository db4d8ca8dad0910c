import {
  type CompareOperator,
  type Expr,
  type ExprOf,
  mayBeAbsent,
  mirrored,
  opposite,
  required,
} from "@policyc/ir";
import { type Body, infix, expr as line, not as notLine, type Term } from "../syntax.js";
import { comparedQuantities } from "./calls.js";
import type { Context } from "./context.js";
import { canBeNegatedWithKeys, isAmongOptionals, mayBeUndefined } from "./definedness.js";
import { presumed } from "./presumed.js";

/** Lines that succeed exactly where the comparison is true. */
export function comparison(expr: ExprOf<"compare">, cx: Context): Body {
  const { operator, left, right } = expr;
  if (operator === "!=") return differs({ ...expr, operator: "==" }, cx);
  if (operator !== "==") return [line(ordering(presumed(expr), cx))];
  if (right.kind === "literal" && right.value === true && speaksForItself(left))
    return [line(cx.value(left))];
  return [line(equal(presumed(expr).left, right, cx))];
}

/** Is its term true exactly where the value is? In Rego `null`, numbers and texts count as true. */
export function speaksForItself(expr: Expr): boolean {
  if (required(expr.type).kind !== "boolean" || isAmongOptionals(expr)) return false;
  return !mayBeAbsent(expr.type) || mayBeUndefined(expr);
}

/** Equality that is never undefined where both sides may be absent: absent equals absent. */
function equal(left: Expr, right: Expr, cx: Context): Term {
  const quantities = comparedQuantities("==", left, right, cx);
  if (quantities !== undefined) return quantities;
  const bothAbsent = mayBeUndefinedOrNull(left) && mayBeUndefinedOrNull(right);
  return bothAbsent
    ? infix("==", cx.total(left), cx.total(right))
    : infix("==", cx.value(left), cx.value(right));
}

function mayBeUndefinedOrNull(expr: Expr): boolean {
  return mayBeUndefined(expr) || mayBeAbsent(expr.type);
}

/** Lines that succeed exactly where it is false. */
export function differs(expr: ExprOf<"compare">, cx: Context): Body {
  const { operator, left, right } = expr;
  if (operator === "!=") return comparison({ ...expr, operator: "==" }, cx);
  if (operator !== "==") return [line(ordering(constantLast({ ...expr, operator: otherwise(expr) }), cx))];
  if (right.kind === "literal" && right.value === true && speaksForItself(left))
    return [notLine(cx.value(left))];
  const read = presumed({ ...expr, operator: "!=" }).left;
  // Not the fallback itself: what is undefined differs from nothing.
  if (read !== left) return [line(infix("!=", cx.value(read), cx.value(right)))];
  const isDefined = !mayBeUndefined(left) && !mayBeUndefined(right);
  if (isDefined) return [line(infix("!=", cx.value(left), cx.value(right)))];
  const same = equal(left, right, cx);
  return canBeNegatedWithKeys(same) ? [notLine(same)] : [line(infix("!=", cx.total(left), cx.total(right)))];
}

/** What is not `0 <= n` is `n < 0`: only half of a range begins with its end. */
function constantLast(expr: ExprOf<"compare">): ExprOf<"compare"> {
  const { operator, left, right } = expr;
  if (left.kind !== "literal" || right.kind === "literal") return expr;
  return { ...expr, operator: mirrored[operator], left: right, right: left };
}

/** No number of elements is below zero. */
function otherwise({ operator, left, right }: ExprOf<"compare">): CompareOperator {
  const isCount = left.kind === "call" && /\.(length|size)$/.test(left.intrinsic);
  const isOfSome = isCount && operator === ">" && right.kind === "literal" && right.value === 0;
  return isOfSome ? "==" : opposite[operator];
}

/** Quantities compare as the numbers that they stand for. */
function ordering({ operator, left, right }: ExprOf<"compare">, cx: Context): Term {
  return comparedQuantities(operator, left, right, cx) ?? infix(operator, cx.value(left), cx.value(right));
}

import { type Expr, type ExprOf, mayBeAbsent, required } from "@policyc/ir";
import type { Context } from "./context.js";
import { intrinsicTest } from "./intrinsics.js";
import {
  type BinaryOperator,
  binary,
  type Cel,
  call,
  ident,
  literal,
  method,
  not,
  ternary,
} from "./syntax.js";
import { bound, loop } from "./values.js";

/** A Boolean that is true exactly where the expression is. */
export function test(expr: Expr, cx: Context): Cel {
  switch (expr.kind) {
    case "not":
      return negated(cx.test(expr.operand));
    case "logic":
      return expr.operands
        .map((operand) => cx.test(operand))
        .reduce((left, right) => binary(expr.operator === "and" ? "&&" : "||", left, right));
    case "present":
      return presence(expr.of, cx);
    case "compare":
      return comparison(expr, cx);
    case "quantify": {
      const { over, name, cx: inner } = loop(expr.iteration, cx);
      return method(over, expr.quantifier === "some" ? "exists" : "all", ident(name), inner.test(expr.where));
    }
    case "conditional":
      return ternary(cx.test(expr.test), cx.test(expr.then), cx.test(expr.else));
    case "let":
      return bound(expr, cx, "test");
    case "call":
      return intrinsicTest(expr, cx);
    default:
      return cx.value(expr);
  }
}

const opposite: Partial<Record<BinaryOperator, BinaryOperator>> = { "==": "!=", "!=": "==" };

function negated(term: Cel): Cel {
  const turned = term.kind === "binary" ? opposite[term.operator] : undefined;
  return term.kind === "binary" && turned !== undefined ? { ...term, operator: turned } : not(term);
}

/** `has(a.b)` where it can be said, `key in map`, or `hasValue()`. */
function presence(of: Expr, cx: Context): Cel {
  if (of.kind === "field" && !mayBeAbsent(of.of.type)) return call("has", cx.value(of));
  if (of.kind === "index" && of.of.type.kind === "map")
    return binary("in", cx.value(of.key), cx.value(of.of));
  return method(cx.option(of), "hasValue");
}

function comparison(expr: ExprOf<"compare">, cx: Context): Cel {
  const { operator, left, right } = expr;
  if (operator !== "==" && operator !== "!=")
    return binary(operator, number(left, right, cx), number(right, left, cx));
  const leftOptional = mayBeAbsent(left.type) && left.type.kind !== "unknown";
  const rightOptional = mayBeAbsent(right.type) && right.type.kind !== "unknown";
  if (!leftOptional && !rightOptional)
    return truth(operator, number(left, right, cx), right, () => number(right, left, cx));
  if (leftOptional && rightOptional) return binary(operator, cx.option(left), cx.option(right));
  const [optional, other] = leftOptional ? [left, right] : [right, left];
  const filler = different(other);
  if (filler === undefined)
    return binary(operator, cx.option(optional), call("optional.of", cx.value(other)));
  return truth(operator, method(cx.option(optional), "orValue", literal(filler)), other, () =>
    cx.value(other),
  );
}

/** `x == true` is `x`. */
function truth(operator: "==" | "!=", left: Cel, right: Expr, lower: () => Cel): Cel {
  if (right.kind === "literal" && typeof right.value === "boolean")
    return (operator === "==") === right.value ? left : not(left);
  return binary(operator, left, lower());
}

/** What can stand for absence in a comparison with a literal: something else than the literal. */
function different(expr: Expr): string | number | boolean | undefined {
  if (expr.kind !== "literal") return undefined;
  if (typeof expr.value === "boolean") return !expr.value;
  if (typeof expr.value === "string") return expr.value === "" ? undefined : "";
  return expr.value === 0 ? undefined : 0;
}

/** An integer that meets a double becomes one. */
function number(side: Expr, other: Expr, cx: Context): Cel {
  const isInteger = (type: Expr["type"]): boolean => type.kind === "number" && type.integer;
  const mixed =
    side.type.kind === "number" &&
    required(other.type).kind === "number" &&
    isInteger(side.type) &&
    !isInteger(required(other.type));
  return mixed ? call("double", cx.value(side)) : cx.value(side);
}

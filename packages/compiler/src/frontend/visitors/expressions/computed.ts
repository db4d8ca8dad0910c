import { type ArithmeticOperator, type Expr, integerType, numberType, stringType } from "@policyc/ir";
import type { Context } from "../../context.js";
import { division, remainder } from "../../diagnostics/syntax.js";
import { mixedTypes } from "../../diagnostics/types.js";
import { minimumOf } from "../../types/bounds.js";
import { symbolAt } from "../../types/symbols.js";
import { ts } from "../../typescript.js";
import { bare } from "./bare.js";
import { isPrintable } from "./literals.js";
import { isNeverZero } from "./shown-by-tests.js";

/** Two numbers, or two texts, that are lowered already. */
export function computed(
  operator: ArithmeticOperator,
  left: Expr,
  right: Expr,
  node: ts.Node,
  cx: Context,
): Expr {
  const span = cx.span(node);
  if (operator === "+" && left.type.kind === "string" && isPrintable(right.type)) {
    const parts = [left, right].flatMap((part) => (part.kind === "concat" ? part.parts : [part]));
    return { kind: "concat", parts, type: stringType, span };
  }
  if (left.type.kind !== "number" || right.type.kind !== "number") {
    return left.kind === "invalid"
      ? left
      : right.kind === "invalid"
        ? right
        : cx.invalid(mixedTypes(span, `\`${node.getText()}\``));
  }
  if (operator === "%" && !isKnownDivisor(right)) return cx.invalid(division(span));
  if (operator === "/" && !isKnownDivisor(right) && !isDivisor(node, right))
    return cx.invalid(division(span));
  const whole = operator !== "/" && left.type.integer && right.type.integer;
  if (operator === "%" && !whole) return cx.invalid(remainder(span));
  return { kind: "arithmetic", operator, left, right, type: whole ? integerType : numberType, span };
}

/** Engines fail where JavaScript says Infinity or NaN, and a violation that reads the result would be lost. */
function isKnownDivisor(expr: Expr): boolean {
  return expr.kind === "literal" && expr.value !== 0;
}

function isDivisor(node: ts.Node, right: Expr): boolean {
  return (
    ts.isBinaryExpression(node) && (isNeverZero(node.right) || isBoundAboveZero(bare(node.right), right))
  );
}

/** `params.step` with `@minimum 1`: a parameter has no value that its schema does not allow. */
function isBoundAboveZero(node: ts.Expression, value: Expr): boolean {
  const field = ts.isPropertyAccessExpression(node) && isParameter(value) ? symbolAt(node.name) : undefined;
  const minimum = field && minimumOf(field);
  return typeof minimum === "number" && minimum > 0;
}

function isParameter(value: Expr): boolean {
  if (value.kind === "field") return isParameter(value.of);
  return value.kind === "input" && value.root === "params";
}

import type { Expr } from "@policyc/ir";
import { type Expression, Node, SyntaxKind } from "ts-morph";
import { logic, not } from "../build.js";
import type { Context } from "../context.js";
import { bare } from "./bare.js";
import { truthOf } from "./truth.js";

/** The truth of an expression, decided by its static type. */
export function condition(written: Expression, cx: Context): Expr {
  const node = bare(written);
  const span = cx.span(node);
  if (Node.isPrefixUnaryExpression(node) && node.getOperatorToken() === SyntaxKind.ExclamationToken)
    return not(cx.condition(node.getOperand()), span);
  if (Node.isBinaryExpression(node)) {
    const operator = node.getOperatorToken().getText();
    if (operator === "&&" || operator === "||") {
      return logic(
        operator === "&&" ? "and" : "or",
        [cx.condition(node.getLeft()), cx.condition(node.getRight())],
        span,
      );
    }
  }
  return truthOf(cx.expression(node), node, cx);
}

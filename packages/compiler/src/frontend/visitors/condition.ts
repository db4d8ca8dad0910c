import { type Expr, literal } from "@policyc/ir";
import { logic, not } from "../build.js";
import { matchAsked } from "../builtins/regexp.js";
import type { Context } from "../context.js";
import { ts } from "../typescript.js";
import { bare } from "./bare.js";
import { decided } from "./decided.js";
import { truthOf } from "./truth.js";

/** The truth of an expression, decided by its static type. */
export function condition(written: ts.Expression, cx: Context): Expr {
  const node = bare(written);
  const span = cx.span(node);
  const known = decided(node, cx);
  if (known !== undefined) return literal(known, span);
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken)
    return not(cx.condition(node.operand), span);
  if (ts.isBinaryExpression(node)) {
    const operator = node.operatorToken.getText();
    if (operator === "&&" || operator === "||") {
      if (decided(node.left, cx) !== undefined) return cx.condition(node.right);
      return logic(
        operator === "&&" ? "and" : "or",
        [cx.condition(node.left), cx.condition(node.right)],
        span,
      );
    }
  }
  return matchAsked(node, cx) ?? truthOf(cx.expression(node), node, cx);
}

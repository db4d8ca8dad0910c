import { absent, type Expr, literal } from "@policyc/ir";
import { type Expression, Node } from "ts-morph";
import { newExpression } from "../builtins/globals.js";
import type { Context, Visitors } from "../context.js";
import { escapesTypes } from "../diagnostics/types.js";
import { numberWritten } from "../static/evaluate.js";
import { typeAt } from "../types/kept.js";
import { elementAccess, identifier, propertyAccess } from "./access.js";
import { bare } from "./bare.js";
import { callExpression } from "./calls.js";
import { condition } from "./condition.js";
import { arrayLiteral, template } from "./literals.js";
import { objectLiteral } from "./object-literal.js";
import { binary, choice, prefix } from "./operators.js";
import { result } from "./result.js";
import { statements } from "./statements.js";
import { unsupportedExpression } from "./unsupported.js";

/** Every kind of expression of the language, and who lowers it. What is not here is refused. */
function expression(written: Expression, cx: Context): Expr {
  const node = bare(written);
  if (isUntyped(node)) return cx.invalid(escapesTypes(cx.span(node), "`any`"));
  if (Node.isStringLiteral(node) || Node.isNoSubstitutionTemplateLiteral(node))
    return literal(node.getLiteralText(), cx.span(node));
  if (Node.isNumericLiteral(node)) return literal(numberWritten(node), cx.span(node));
  if (Node.isTrueLiteral(node)) return literal(true, cx.span(node));
  if (Node.isFalseLiteral(node)) return literal(false, cx.span(node));
  if (Node.isNullLiteral(node)) return absent(cx.span(node));
  if (Node.isTemplateExpression(node)) return template(node, cx);
  if (Node.isIdentifier(node)) return identifier(node, cx);
  if (Node.isPropertyAccessExpression(node)) return propertyAccess(node, cx);
  if (Node.isElementAccessExpression(node)) return elementAccess(node, cx);
  if (Node.isCallExpression(node)) return callExpression(node, cx);
  if (Node.isNewExpression(node)) return newExpression(node, cx);
  if (Node.isBinaryExpression(node)) return binary(node, cx);
  if (Node.isPrefixUnaryExpression(node)) return prefix(node, cx);
  if (Node.isConditionalExpression(node)) return choice(node, cx);
  if (Node.isArrayLiteralExpression(node)) return arrayLiteral(node, cx);
  if (Node.isObjectLiteralExpression(node)) return objectLiteral(node, cx);
  if (Node.isAsExpression(node)) return cx.invalid(escapesTypes(cx.span(node), "`as`"));
  if (Node.isNonNullExpression(node)) return cx.invalid(escapesTypes(cx.span(node), "`!`"));
  return cx.invalid(unsupportedExpression(node, cx));
}

function isUntyped(node: Expression): boolean {
  const isRead =
    Node.isIdentifier(node) || Node.isPropertyAccessExpression(node) || Node.isElementAccessExpression(node);
  return isRead && typeAt(node).isAny();
}

export const visitors: Visitors = {
  expression,
  condition,
  statements: (nodes, cx, rest) => statements(nodes, cx, rest),
  result: (nodes, cx) => result(nodes, cx),
};

import { absent, type Expr, literal } from "@policyc/ir";
import { newExpression } from "../builtins/constructors.js";
import type { Context, Visitors } from "../context.js";
import { mutation } from "../diagnostics/flow.js";
import { claimsType, escapesTypes } from "../diagnostics/types.js";
import { isOf } from "../types/flags.js";
import { typeAt } from "../types/kept.js";
import { ts } from "../typescript.js";
import { elementAccess, identifier, propertyAccess } from "./expressions/access.js";
import { bare } from "./expressions/bare.js";
import { callExpression } from "./expressions/calls.js";
import { isClaimOfText } from "./expressions/claimed-text.js";
import { condition } from "./expressions/condition.js";
import { asExpected } from "./expressions/expected.js";
import { arrayLiteral, taggedTemplate, template } from "./expressions/literals.js";
import { objectLiteral } from "./expressions/object-literal.js";
import { binary, choice, prefix } from "./expressions/operators.js";
import { saidThere } from "./expressions/said-there.js";
import { result } from "./statements/result.js";
import { statements } from "./statements/statements.js";
import { unsupportedExpression } from "./unsupported.js";
import { seenAfter } from "./variables/accumulation.js";
import { seenInMap } from "./variables/seen-in-maps.js";

function expression(written: ts.Expression, cx: Context): Expr {
  return asExpected(lowered(bare(written), cx), written, cx);
}

/** Every kind of expression of the language, and who lowers it. What is not here is refused. */
function lowered(node: ts.Expression, cx: Context): Expr {
  if (isUntyped(node)) return cx.invalid(escapesTypes(cx.span(node), "`any`"));
  const seen = seenInMap(node, cx);
  if (seen !== undefined) return seen;
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node))
    return literal(node.text, cx.span(node));
  if (ts.isNumericLiteral(node)) return literal(Number(node.text), cx.span(node));
  if (node.kind === ts.SyntaxKind.TrueKeyword) return literal(true, cx.span(node));
  if (node.kind === ts.SyntaxKind.FalseKeyword) return literal(false, cx.span(node));
  if (node.kind === ts.SyntaxKind.NullKeyword) return absent(cx.span(node));
  if (ts.isTemplateExpression(node)) return template(node, cx);
  if (ts.isTaggedTemplateExpression(node)) return taggedTemplate(node, cx);
  if (ts.isIdentifier(node)) return identifier(node, cx);
  if (ts.isPropertyAccessExpression(node)) return propertyAccess(node, cx);
  if (ts.isElementAccessExpression(node)) return elementAccess(node, cx);
  if (ts.isCallExpression(node)) return callExpression(node, cx);
  if (ts.isNewExpression(node)) return newExpression(node, cx);
  if (ts.isBinaryExpression(node)) return binary(node, cx);
  if (ts.isPrefixUnaryExpression(node)) return prefix(node, cx);
  if (ts.isPostfixUnaryExpression(node)) return cx.invalid(mutation(cx.span(node), node.getText()));
  if (ts.isConditionalExpression(node)) return choice(node, cx);
  if (ts.isArrayLiteralExpression(node)) return arrayLiteral(node, cx);
  if (ts.isObjectLiteralExpression(node)) return objectLiteral(node, cx);
  if (ts.isAsExpression(node))
    return isClaimOfText(node) ? cx.expression(node.expression) : cx.invalid(claimsType(cx.span(node)));
  if (ts.isNonNullExpression(node)) return saidThere(node, cx);
  return cx.invalid(unsupportedExpression(node, cx));
}

function isUntyped(node: ts.Expression): boolean {
  const isRead =
    ts.isIdentifier(node) || ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node);
  return isRead && isOf(typeAt(node), ts.TypeFlags.Any);
}

export const visitors: Visitors = {
  expression,
  condition,
  statements: (nodes, cx, rest) => statements(nodes, cx, rest),
  result: (nodes, cx) => result(nodes, cx),
  seenAfter: (node, later, cx) => seenAfter(node, later, cx),
};

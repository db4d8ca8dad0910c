import { ts } from "../typescript.js";
import { bare } from "../visitors/expressions/bare.js";

/** `x` of `!x`. */
export function negatedBy(test: ts.Expression): ts.Expression | undefined {
  const isNot = ts.isPrefixUnaryExpression(test) && test.operator === ts.SyntaxKind.ExclamationToken;
  return isNot ? bare(test.operand) : undefined;
}

import { type Expression, Node } from "ts-morph";

/** Strips what does not change a value: parentheses, `as const`, `satisfies`. */
export function bare(node: Expression): Expression {
  if (Node.isParenthesizedExpression(node) || Node.isSatisfiesExpression(node))
    return bare(node.getExpression());
  if (Node.isAsExpression(node) && node.getTypeNode()?.getText() === "const")
    return bare(node.getExpression());
  return node;
}

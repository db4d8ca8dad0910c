import { type AsExpression, type Expression, Node } from "ts-morph";
import { keptWithChecker } from "../types/kept.js";
import { namesWrittenKeys } from "./written-keys.js";

/** Strips what does not change a value: parentheses, `as const`, `satisfies`, `as` that only says what is known. */
export function bare(node: Expression): Expression {
  if (Node.isParenthesizedExpression(node) || Node.isSatisfiesExpression(node))
    return bare(node.getExpression());
  if (Node.isAsExpression(node) && claimsNothing(node)) return bare(node.getExpression());
  return node;
}

/** `levels as readonly string[]`: TypeScript itself would take the one for the other. Of `any` it takes anything. */
const claimsNothing: (node: AsExpression) => boolean = keptWithChecker((node: AsExpression) => {
  if (node.getTypeNode()?.getText() === "const") return true;
  const [from, to] = [node.getExpression().getType(), node.getType()];
  if (from.isAny() || to.isAny()) return false;
  return from.isAssignableTo(to) || namesWrittenKeys(node, bare);
});

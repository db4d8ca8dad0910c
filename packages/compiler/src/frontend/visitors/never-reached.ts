import { Node, type Statement, SyntaxKind } from "ts-morph";
import { keptWithChecker, typeAt } from "../types/kept.js";

/**
 * What an author writes behind the last of all cases, to be told when one is missing: `default: return assertNever(kind);`,
 * `const left: never = kind;`, `throw new Error(kind)`. It reads what TypeScript has shown to be nothing at all. A statement
 * that only happens to do so is none of these: TypeScript knows too much at times, see `readType`.
 */
export const isNeverReached: (node: Statement) => boolean = keptWithChecker((node: Statement) => {
  if (Node.isVariableStatement(node))
    return node.getDeclarations().some((one) => one.getTypeNode()?.getText() === "never");
  if (Node.isThrowStatement(node)) return readsNothing(node);
  const ends =
    Node.isExpressionStatement(node) || Node.isReturnStatement(node) ? node.getExpression() : undefined;
  return Node.isCallExpression(ends) && typeAt(ends).isNever() && ends.getArguments().some(readsNothing);
});

function readsNothing(node: Node): boolean {
  const names = Node.isIdentifier(node) ? [node] : node.getDescendantsOfKind(SyntaxKind.Identifier);
  return names.some((name) => typeAt(name).isNever());
}

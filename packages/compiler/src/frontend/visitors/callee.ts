import { type Expression, Node } from "ts-morph";
import { resolve } from "../resolve.js";
import type { FunctionNode } from "../scope.js";

/** The function behind a callee: a declaration, or the arrow that a `const` holds, in any module. */
export function functionOf(callee: Expression): FunctionNode | undefined {
  if (!Node.isIdentifier(callee)) return undefined;
  const declarations = resolve(callee)?.getDeclarations() ?? [];
  for (const declaration of declarations) {
    if (Node.isFunctionDeclaration(declaration) && declaration.hasBody()) return declaration;
    const initializer = Node.isVariableDeclaration(declaration) ? declaration.getInitializer() : undefined;
    if (Node.isArrowFunction(initializer) || Node.isFunctionExpression(initializer)) return initializer;
  }
  return undefined;
}

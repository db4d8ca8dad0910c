import type { FunctionNode } from "../../scope.js";
import { resolve } from "../../syntax/resolve.js";
import { declaredValue, isA } from "../../syntax/tree.js";
import { declaringNodes } from "../../types/symbols.js";
import { ts } from "../../typescript.js";

/** The function behind a callee: a declaration, or the arrow that a `const` holds, in any module. */
export function functionOf(callee: ts.Expression): FunctionNode | undefined {
  if (!ts.isIdentifier(callee)) return undefined;
  const declarations = declaringNodes(resolve(callee));
  for (const declaration of declarations) {
    if (ts.isFunctionDeclaration(declaration) && declaration.body !== undefined) return declaration;
    const initializer = declaredValue(declaration);
    if (isA(ts.isArrowFunction, initializer) || isA(ts.isFunctionExpression, initializer)) return initializer;
  }
  return undefined;
}

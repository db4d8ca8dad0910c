import { ts } from "../typescript.js";
import { isSetBetween } from "../visitors/variables/variable-uses.js";
import { resolve } from "./resolve.js";
import { ancestor, declaringStatement, isA, isConst, isRepeated } from "./tree.js";

/** What a `const` of the same turn of a loop stands for, where nothing that it reads has changed since. */
export function computedInTurn(name: ts.Expression, at: ts.Node): ts.Expression | undefined {
  const declaration = ts.isIdentifier(name) ? resolve(name)?.valueDeclaration : undefined;
  if (!isA(ts.isVariableDeclaration, declaration) || !isConst(declaringStatement(declaration)))
    return undefined;
  const kept = declaration.initializer;
  const isSame = kept !== undefined && turnAround(kept) === turnAround(at);
  return isSame && !isSetBetween(kept, kept.end, at.pos) ? kept : undefined;
}

function turnAround(node: ts.Node): ts.Node | undefined {
  return ancestor(node, isRepeated);
}

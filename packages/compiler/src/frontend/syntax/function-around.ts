import type { FunctionNode } from "../scope.js";
import { ts } from "../typescript.js";
import { loopCalling } from "./for-each.js";
import { ancestor } from "./tree.js";

/** The function that a statement or an expression belongs to, of which a loop by `forEach` is part. */
export function functionAround(node: ts.Node): FunctionNode | undefined {
  return ancestor(
    node,
    (ancestor): ancestor is FunctionNode =>
      ts.isFunctionDeclaration(ancestor) ||
      (ts.isArrowFunction(ancestor) && loopCalling(ancestor) === undefined) ||
      ts.isMethodDeclaration(ancestor) ||
      ts.isFunctionExpression(ancestor),
  );
}

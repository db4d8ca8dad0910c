import { Node } from "ts-morph";
import type { FunctionNode } from "./scope.js";

/** The function that a statement or an expression belongs to: the one that a `return` there ends. */
export function functionAround(node: Node): FunctionNode | undefined {
  return node.getFirstAncestor(
    (ancestor): ancestor is FunctionNode =>
      Node.isFunctionDeclaration(ancestor) ||
      Node.isArrowFunction(ancestor) ||
      Node.isMethodDeclaration(ancestor) ||
      Node.isFunctionExpression(ancestor),
  );
}

import { Node } from "ts-morph";
import type { FunctionNode } from "../scope.js";
import { keptWithChecker } from "./kept.js";

export function isGenerator(fn: FunctionNode): boolean {
  return !Node.isArrowFunction(fn) && fn.isGenerator();
}

/** Does a generator yield other things than violations? What it yields is a list, or a loop's turns. */
export const yieldsValues: (fn: FunctionNode) => boolean = keptWithChecker((fn: FunctionNode) => {
  const [yielded] = isGenerator(fn) ? fn.getReturnType().getTypeArguments() : [];
  if (yielded === undefined || yielded.isNever()) return false;
  return yielded.getSymbol()?.getName() !== "Violation";
});

/** Is what a generator gives read once, in place? JavaScript's iterators are empty after that, and lists are not. */
export function isReadInPlace(call: Node): boolean {
  const parent = call.getParent();
  if (Node.isParenthesizedExpression(parent)) return isReadInPlace(parent);
  if (Node.isForOfStatement(parent)) return parent.getExpression() === call;
  if (Node.isSpreadElement(parent) || Node.isYieldExpression(parent)) return true;
  if (Node.isNewExpression(parent)) return /^(?:Set|Map)$/.test(parent.getExpression().getText());
  return (
    Node.isCallExpression(parent) &&
    /^(?:Array\.from|Object\.fromEntries)$/.test(parent.getExpression().getText())
  );
}

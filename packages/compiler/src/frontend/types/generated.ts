import type { FunctionNode } from "../scope.js";
import { ts } from "../typescript.js";
import { isOf } from "./flags.js";
import { keptWithChecker } from "./kept.js";
import { returnTypeOf, typeArguments } from "./shape.js";

export function isGenerator(fn: FunctionNode): boolean {
  return !ts.isArrowFunction(fn) && fn.asteriskToken !== undefined;
}

/** Does a generator yield other things than violations? What it yields is a list, or a loop's turns. */
export const yieldsValues: (fn: FunctionNode) => boolean = keptWithChecker((fn: FunctionNode) => {
  const [yielded] = isGenerator(fn) ? typeArguments(returnTypeOf(fn)) : [];
  if (yielded === undefined || isOf(yielded, ts.TypeFlags.Never)) return false;
  return yielded.getSymbol()?.name !== "Violation";
});

/** Is what a generator gives read once, in place? JavaScript's iterators are empty after that, and lists are not. */
export function isReadInPlace(call: ts.Node): boolean {
  const parent = call.parent;
  if (ts.isParenthesizedExpression(parent)) return isReadInPlace(parent);
  if (ts.isForOfStatement(parent)) return parent.expression === call;
  if (ts.isSpreadElement(parent) || ts.isYieldExpression(parent)) return true;
  if (ts.isNewExpression(parent)) return /^(?:Set|Map)$/.test(parent.expression.getText());
  return (
    ts.isCallExpression(parent) && /^(?:Array\.from|Object\.fromEntries)$/.test(parent.expression.getText())
  );
}

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

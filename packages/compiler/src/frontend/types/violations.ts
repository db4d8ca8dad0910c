import { isOfSdk } from "../syntax/of-sdk.js";
import type { ts } from "../typescript.js";
import { keptWithChecker, typeAt } from "./kept.js";
import { elementTypeOf } from "./shape.js";
import { declaringNodes } from "./symbols.js";

/** Is it what `violation(…)` of the SDK gives? */
export function isViolation(type: ts.Type): boolean {
  const symbol = type.getNonNullableType().getSymbol();
  return symbol?.name === "Violation" && declaringNodes(symbol).some((one) => isOfSdk(one));
}

/** Is a node a list of them? */
export const isListOfViolations: (node: ts.Node) => boolean = keptWithChecker((node: ts.Node) => {
  const element = elementTypeOf(typeAt(node));
  return element !== undefined && isViolation(element);
});

import type { Node, Type as TsType } from "ts-morph";
import { isOfSdk } from "../of-sdk.js";
import { keptWithChecker, typeAt } from "./kept.js";

/** Is it what `violation(…)` of the SDK gives? */
export function isViolation(type: TsType): boolean {
  const symbol = type.getNonNullableType().getSymbol();
  return symbol?.getName() === "Violation" && symbol.getDeclarations().some((one) => isOfSdk(one));
}

/** Is a node a list of them? */
export const isListOfViolations: (node: Node) => boolean = keptWithChecker((node: Node) => {
  const element = typeAt(node).getArrayElementType();
  return element !== undefined && isViolation(element);
});

import type { Node } from "ts-morph";
import { isOfSdk } from "../of-sdk.js";
import { keptWithChecker, typeAt } from "./kept.js";

/** Is a parameter the whole argument of `check`? No engine has it as a value, so such a function is written out where it is called. */
export const takesAdmission: (parameter: Node) => boolean = keptWithChecker((parameter: Node) => {
  const symbol = typeAt(parameter).getSymbol();
  return symbol?.getName() === "Admission" && symbol.getDeclarations().some((one) => isOfSdk(one));
});

import { isOfSdk } from "../syntax/of-sdk.js";
import type { ts } from "../typescript.js";
import { keptWithChecker, typeAt } from "./kept.js";
import { declaringNodes } from "./symbols.js";

/** Is a parameter the whole argument of `check`? No engine has it as a value, so such a function is written out where it is called. */
export const takesAdmission: (parameter: ts.Node) => boolean = keptWithChecker((parameter: ts.Node) => {
  const symbol = typeAt(parameter).getSymbol();
  return symbol?.name === "Admission" && declaringNodes(symbol).some((one) => isOfSdk(one));
});

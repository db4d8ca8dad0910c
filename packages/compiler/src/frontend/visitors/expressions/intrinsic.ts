import type { IntrinsicName } from "@policyc/ir";
import type { FunctionNode } from "../../scope.js";
import { isOfSdk } from "../../syntax/of-sdk.js";
import { ts } from "../../typescript.js";

/** Functions of the SDK that every backend knows by itself. */
const sdkIntrinsics: Readonly<Record<string, IntrinsicName>> = {
  deepEqual: "deepEqual",
  globMatches: "globMatches",
  isQuantity: "isQuantity",
  compareQuantities: "compareQuantities",
  milliValue: "milliValue",
  regexMatches: "string.matches",
  codePointLength: "string.length",
  codePointSlice: "string.slice",
  sorted: "list.sorted",
  parseNumber: "number.parse",
  parseInteger: "number.parseInteger",
  isSemver: "isSemver",
  compareSemver: "compareSemver",
  isIp: "isIp",
  isCidr: "isCidr",
  cidrContains: "cidrContains",
};

/** Declared in the SDK's folder of intrinsics: not compiled, but known. */
export function intrinsicOf(fn: FunctionNode): IntrinsicName | undefined {
  const name = isOfSdk(fn, "intrinsics") && ts.isFunctionDeclaration(fn) ? fn.name?.text : undefined;
  return name === undefined ? undefined : sdkIntrinsics[name];
}

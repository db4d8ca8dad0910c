import type { Type } from "@policyc/ir";
import type { Context } from "../context.js";
import { checkerOf } from "../types/checker.js";
import { keptWithChecker } from "../types/kept.js";
import type { ts } from "../typescript.js";

/** What a call gives for the type parameters of the function that it calls, as TypeScript has found out. */
export function typeArgumentsOf(node: ts.CallExpression, cx: Context): ReadonlyMap<ts.Type, Type> {
  return new Map(pairs(node).map(([parameter, given]) => [parameter, cx.typeOf(given)]));
}

const pairs = keptWithChecker((node: ts.CallExpression): readonly (readonly [ts.Type, ts.Type])[] => {
  const checker = checkerOf(node);
  const signature = checker.getResolvedSignature(node);
  const declared = signature?.getDeclaration();
  const parameters = declared === undefined ? [] : (declared.typeParameters ?? []);
  const given =
    signature === undefined ? [] : (checker.getTypeArgumentsForResolvedSignature(signature) ?? []);
  return parameters.flatMap((parameter, position) => {
    const type = given[position];
    return type === undefined ? [] : [[checker.getTypeAtLocation(parameter), type] as const];
  });
});

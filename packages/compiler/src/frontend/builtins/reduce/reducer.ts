import { resolve } from "../../syntax/resolve.js";
import { declaredValue, isA } from "../../syntax/tree.js";
import { isGenerator } from "../../types/generated.js";
import { ts } from "../../typescript.js";
import { bare } from "../../visitors/expressions/bare.js";

/** What `reduce` calls for each element. */
export interface Reducer {
  readonly parameters: readonly ts.ParameterDeclaration[];
  readonly body: ts.Expression | ts.Block;
}

/** A function that is written in place, or the one that a name stands for: `levels.reduce(higher, "none")`. */
export function reducerOf(argument: ts.Expression | undefined): Reducer | undefined {
  const written = argument === undefined ? undefined : bare(argument);
  const declaration = isA(ts.isIdentifier, written) ? resolve(written)?.valueDeclaration : undefined;
  const value = declaredValue(declaration);
  const fn = declaration === undefined ? written : value === undefined ? declaration : bare(value);
  const isWritten =
    isA(ts.isArrowFunction, fn) || isA(ts.isFunctionExpression, fn) || isA(ts.isFunctionDeclaration, fn);
  if (!isWritten || fn.body === undefined || isGenerator(fn)) return undefined;
  const { parameters, body } = fn;
  return parameters.every((one) => one.initializer === undefined && one.dotDotDotToken === undefined)
    ? { parameters, body }
    : undefined;
}

import type { FunctionNode } from "../scope.js";
import { resolve } from "../syntax/resolve.js";
import { declaringStatement, descendantsOf, isA } from "../syntax/tree.js";
import { carriesFunctions } from "../types/carries-functions.js";
import { isOf } from "../types/flags.js";
import { keptWithChecker, typeAt } from "../types/kept.js";
import { takesAdmission } from "../types/takes-admission.js";
import { ts } from "../typescript.js";

/** One function for all its calls: the engines have no functions as arguments, and no names of others. */
export const isShared: (fn: FunctionNode) => boolean = keptWithChecker((fn: FunctionNode) => {
  const parameters = fn.parameters;
  return (
    isTopLevel(fn) &&
    !needsWholeNumbers(fn) &&
    !parameters.some(
      (parameter) => carriesFunctions(parameter) || readsParameter(parameter) || takesAdmission(parameter),
    )
  );
});

/** `(n: number) => n % 2`, `(i: number) => list[i]`: only a call knows whether the number is whole. */
function needsWholeNumbers(fn: FunctionNode): boolean {
  const takesNumbers = fn.parameters.some((parameter) =>
    isOf(typeAt(parameter).getNonNullableType(), ts.TypeFlags.Number),
  );
  const body = takesNumbers ? fn.body : undefined;
  if (body === undefined || countsOnWhole(body)) return body !== undefined;
  return descendantsOf(body).some(countsOnWhole);
}

const positional = /\.(?:slice|substring|at|charAt|repeat|padStart|padEnd)$/;

function countsOnWhole(node: ts.Node): boolean {
  if (ts.isBinaryExpression(node)) return node.operatorToken.getText() === "%";
  if (ts.isCallExpression(node)) return positional.test(node.expression.getText());
  return ts.isElementAccessExpression(node) && isOf(typeAt(node.argumentExpression), ts.TypeFlags.Number);
}

/** `(c: Container, name = c.name)`: only a call knows what the default is. */
function readsParameter(parameter: ts.ParameterDeclaration): boolean {
  const names = descendantsOf(parameter.initializer, ts.isIdentifier);
  return names.some((name) => isA(ts.isParameter, resolve(name)?.valueDeclaration));
}

/** Declared by a module itself, so that its names mean the same wherever it is called. */
function isTopLevel(fn: FunctionNode): boolean {
  if (ts.isFunctionDeclaration(fn)) return ts.isSourceFile(fn.parent);
  const declaration = fn.parent;
  return (
    ts.isVariableDeclaration(declaration) && isA(ts.isSourceFile, declaringStatement(declaration)?.parent)
  );
}

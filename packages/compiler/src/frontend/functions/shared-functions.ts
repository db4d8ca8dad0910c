import type { FunctionNode } from "../scope.js";
import { resolve } from "../syntax/resolve.js";
import { descendantsOf, isA, isModule, isOfModule } from "../syntax/tree.js";
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

/** Declared by a module, or by a namespace, a class or an object in it, so that its names mean the same wherever it is called. */
function isTopLevel(fn: FunctionNode): boolean {
  const around = fn.parent;
  if (ts.isFunctionDeclaration(fn)) return isModule(around);
  if (ts.isMethodDeclaration(fn) && ts.isClassDeclaration(around)) return isModule(around.parent);
  const holder = holderOf(fn) ?? around;
  return ts.isVariableDeclaration(holder) && isOfModule(holder);
}

/** `const images = { isOurs: (c) => … }`: what holds the object that a function is a part of. */
function holderOf(fn: FunctionNode): ts.Node | undefined {
  const member = ts.isMethodDeclaration(fn)
    ? fn
    : isA(ts.isPropertyAssignment, fn.parent)
      ? fn.parent
      : undefined;
  const object = member !== undefined && ts.isIdentifier(member.name) ? member.parent : undefined;
  return isA(ts.isObjectLiteralExpression, object) ? object.parent : undefined;
}

/** Is it called by its own name? A row of a table, which a loop or a key chooses, says in place what it asks. */
export function isCalledByName(fn: FunctionNode, { expression: callee }: ts.CallExpression): boolean {
  const holder = holderOf(fn);
  if (holder === undefined) return true;
  const object = isA(ts.isPropertyAccessExpression, callee) ? callee.expression : undefined;
  return isA(ts.isIdentifier, object) && resolve(object)?.valueDeclaration === holder;
}

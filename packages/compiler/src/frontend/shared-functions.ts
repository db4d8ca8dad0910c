import { Node, type ParameterDeclaration, SyntaxKind } from "ts-morph";
import { resolve } from "./resolve.js";
import type { FunctionNode } from "./scope.js";
import { carriesFunctions } from "./types/carries-functions.js";
import { keptWithChecker } from "./types/kept.js";
import { takesAdmission } from "./types/takes-admission.js";

/** One function for all its calls: the engines have no functions as arguments, and no names of others. */
export const isShared: (fn: FunctionNode) => boolean = keptWithChecker((fn: FunctionNode) => {
  const parameters = fn.getParameters();
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
  const takesNumbers = fn
    .getParameters()
    .some((parameter) => parameter.getType().getNonNullableType().isNumber());
  const body = takesNumbers ? fn.getBody() : undefined;
  if (body === undefined || countsOnWhole(body)) return body !== undefined;
  return body.forEachDescendant((node) => countsOnWhole(node) || undefined) === true;
}

const positional = /\.(?:slice|substring|at|charAt|repeat|padStart|padEnd)$/;

function countsOnWhole(node: Node): boolean {
  if (Node.isBinaryExpression(node)) return node.getOperatorToken().getText() === "%";
  if (Node.isCallExpression(node)) return positional.test(node.getExpression().getText());
  return Node.isElementAccessExpression(node) && node.getArgumentExpression()?.getType().isNumber() === true;
}

/** `(c: Container, name = c.name)`: only a call knows what the default is. */
function readsParameter(parameter: ParameterDeclaration): boolean {
  const names = parameter.getInitializer()?.getDescendantsOfKind(SyntaxKind.Identifier) ?? [];
  return names.some((name) => Node.isParameterDeclaration(resolve(name)?.getValueDeclaration()));
}

/** Declared by a module itself, so that its names mean the same wherever it is called. */
function isTopLevel(fn: FunctionNode): boolean {
  if (Node.isFunctionDeclaration(fn)) return Node.isSourceFile(fn.getParent());
  const declaration = fn.getParent();
  return (
    Node.isVariableDeclaration(declaration) &&
    Node.isSourceFile(declaration.getVariableStatement()?.getParent())
  );
}

import type { FunctionNode } from "../../scope.js";
import { functionAround } from "../../syntax/function-around.js";
import { resolve } from "../../syntax/resolve.js";
import {
  declaredValue,
  declaringStatement,
  descendantsOf,
  fieldTakenBy,
  isA,
  isConst,
} from "../../syntax/tree.js";
import { isOf } from "../../types/flags.js";
import { typeAt } from "../../types/kept.js";
import { formsOf } from "../../types/shape.js";
import { symbolAt } from "../../types/symbols.js";
import { ts } from "../../typescript.js";
import { bare } from "./bare.js";
import { functionOf } from "./callee.js";

/** Fields and positions that are taken of a value: of `const [, err] = validate(c)` the position 1. */
type Taken = readonly (string | number)[];

/** The functions and parameters that are being looked into: a function that calls itself is told of elsewhere. */
type Within = readonly ts.Node[];

/** Is a value, or a part of it, one of an object, whose nulls are not there? What the author writes out is what it says. */
export function isRead(node: ts.Expression, taken: Taken = [], within: Within = []): boolean {
  const written = bare(node);
  if (taken.length === 0 && !formsOf(typeAt(written)).some(mayBeNull)) return false;
  if (ts.isPropertyAccessExpression(written)) return isFieldRead(written, written.name, taken, within);
  if (ts.isElementAccessExpression(written))
    return isFieldRead(written, written.argumentExpression, taken, within);
  if (ts.isConditionalExpression(written))
    return [written.whenTrue, written.whenFalse].some((way) => isRead(way, taken, within));
  if (ts.isBinaryExpression(written)) {
    // What stands before `??` or `||` is never given on as null.
    const sides = written.operatorToken.getText() === "&&" ? [written.left, written.right] : [written.right];
    return sides.some((side) => isRead(side, taken, within));
  }
  if (ts.isIdentifier(written)) return isDeclaredRead(resolve(written)?.valueDeclaration, taken, within);
  const part = taken.length > 0 ? partOf(written, taken) : undefined;
  if (part !== undefined) return isRead(part, taken.slice(1), within);
  const fn = ts.isCallExpression(written) ? functionOf(written.expression) : undefined;
  if (fn === undefined) return taken.length > 0;
  return !within.includes(fn) && returnedBy(fn).some((value) => isRead(value, taken, [...within, fn]));
}

function mayBeNull(type: ts.Type): boolean {
  return isOf(type, ts.TypeFlags.Null | ts.TypeFlags.Unknown | ts.TypeFlags.Any | ts.TypeFlags.TypeParameter);
}

function isFieldRead(
  node: ts.PropertyAccessExpression | ts.ElementAccessExpression,
  name: ts.Node,
  taken: Taken,
  within: Within,
): boolean {
  const declared = symbolAt(name)?.valueDeclaration;
  if (isA(ts.isPropertyAssignment, declared)) return isRead(declared.initializer, taken, within);
  const field = ts.isStringLiteralLike(name) || ts.isIdentifier(name) ? name.text : undefined;
  return field === undefined || isRead(node.expression, [field, ...taken], within);
}

/** What a literal has there, where that is written in it. */
function partOf(literal: ts.Expression, [first]: Taken): ts.Expression | undefined {
  if (ts.isArrayLiteralExpression(literal) && !literal.elements.some(ts.isSpreadElement))
    return literal.elements[Number(first)];
  if (!ts.isObjectLiteralExpression(literal) || literal.properties.some(ts.isSpreadAssignment))
    return undefined;
  const property = literal.properties.find(({ name }) => name?.getText() === first);
  if (isA(ts.isPropertyAssignment, property)) return property.initializer;
  return isA(ts.isShorthandPropertyAssignment, property) ? property.name : undefined;
}

function isDeclaredRead(declaration: ts.Node | undefined, taken: Taken, within: Within): boolean {
  if (isA(ts.isBindingElement, declaration)) {
    const key = ts.isArrayBindingPattern(declaration.parent)
      ? declaration.parent.elements.indexOf(declaration)
      : fieldTakenBy(declaration);
    return key === undefined || isDeclaredRead(declaration.parent.parent, [key, ...taken], within);
  }
  if (isA(ts.isParameter, declaration)) return taken.length > 0 || isGivenRead(declaration, within);
  if (!isA(ts.isVariableDeclaration, declaration) || !isConst(declaringStatement(declaration)))
    return taken.length > 0;
  return declaration.initializer === undefined
    ? taken.length > 0
    : isRead(declaration.initializer, taken, within);
}

/** Is a function of this module given something read, or may another module give it that? */
function isGivenRead(parameter: ts.ParameterDeclaration, within: Within): boolean {
  if (within.includes(parameter)) return false;
  const fn = parameter.parent;
  const declaration = ts.isFunctionDeclaration(fn) ? fn : fn.parent;
  if (!ts.isFunctionDeclaration(declaration) && declaredValue(declaration) !== fn) return false;
  const statement = ts.isVariableDeclaration(declaration) ? declaringStatement(declaration) : declaration;
  if (statement !== undefined && /^export\b/.test(statement.getText())) return true;
  const position = fn.parameters.indexOf(parameter);
  return descendantsOf(fn.getSourceFile(), ts.isCallExpression).some(({ expression, arguments: given }) => {
    const value = given[position];
    return value !== undefined && functionOf(expression) === fn && isRead(value, [], [...within, parameter]);
  });
}

function returnedBy(fn: FunctionNode): readonly ts.Expression[] {
  const { body } = fn;
  if (body === undefined) return [];
  if (!ts.isBlock(body)) return [body];
  return descendantsOf(body, ts.isReturnStatement).flatMap((one) =>
    functionAround(one) === fn && one.expression !== undefined ? [one.expression] : [],
  );
}

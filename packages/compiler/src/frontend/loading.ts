import type { FunctionNode } from "./scope.js";
import { isOfSdk } from "./syntax/of-sdk.js";
import { resolve } from "./syntax/resolve.js";
import { declaredValue, isA, isOfModule, placeChangedBy } from "./syntax/tree.js";
import { declaringNodes } from "./types/symbols.js";
import { ts } from "./typescript.js";

/**
 * What a module would do while it is loaded, beside declaring its names. Nothing of a project is run to build it, so
 * that a table which is filled there would stay empty.
 */
export function doneWhileLoading(module: ts.SourceFile): readonly ts.Node[] {
  return module.fileName.endsWith(".json") ? [] : doneBy(module.statements);
}

function doneBy(statements: readonly ts.Statement[]): readonly ts.Node[] {
  return statements.flatMap((statement) => {
    if (ts.isModuleDeclaration(statement)) return doneByNamespace(statement.body);
    return declares(statement) ? changesIn(statement, new Set()) : [statement];
  });
}

/** Also of `namespace a.b { … }`. */
function doneByNamespace(body: ts.Node | undefined): readonly ts.Node[] {
  if (isA(ts.isModuleDeclaration, body)) return doneByNamespace(body.body);
  return isA(ts.isModuleBlock, body) ? doneBy(body.statements) : [];
}

function declares(statement: ts.Statement): boolean {
  // `"use strict";`
  if (ts.isExpressionStatement(statement)) return ts.isStringLiteral(statement.expression);
  return (
    ts.isVariableStatement(statement) ||
    ts.isDeclarationStatement(statement) ||
    ts.isEmptyStatement(statement)
  );
}

/** Where working out what is declared changes something else that a module declares, itself or by a function that it calls. */
function changesIn(node: ts.Node, seen: Set<ts.Node>): readonly ts.Node[] {
  if (ts.isClassStaticBlockDeclaration(node)) return [node];
  if (ts.isTypeNode(node) || (isFunction(node) && !isRunHere(node))) return [];
  if (changes(node)) return [node];
  const isChangedByCall = ts.isCallExpression(node) && changesByCall(node, seen);
  if (isChangedByCall) return [node];
  const found: ts.Node[] = [];
  ts.forEachChild(node, (child) => void found.push(...changesIn(child, seen)));
  return found;
}

function isFunction(node: ts.Node): node is FunctionNode {
  return (
    ts.isArrowFunction(node) ||
    ts.isFunctionExpression(node) ||
    ts.isFunctionDeclaration(node) ||
    ts.isMethodDeclaration(node)
  );
}

/** `list.map((item) => …)`, `(() => { … })()`. */
function isRunHere(fn: ts.Node): boolean {
  const around = ts.isParenthesizedExpression(fn.parent) ? fn.parent.parent : fn.parent;
  return ts.isCallExpression(around);
}

function changesByCall(call: ts.CallExpression, seen: Set<ts.Node>): boolean {
  const symbol = ts.isIdentifier(call.expression) ? resolve(call.expression) : undefined;
  return declaringNodes(symbol).some((declaration) => {
    const fn = declaredValue(declaration) ?? declaration;
    if (!isFunction(fn) || fn.body === undefined || isOfSdk(fn) || seen.has(fn)) return false;
    seen.add(fn);
    return changesIn(fn.body, seen).length > 0;
  });
}

function changes(node: ts.Node): boolean {
  const place = ts.isDeleteExpression(node) ? node.expression : placeChangedBy(node);
  if (place !== undefined) return isWithinModule(place);
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return false;
  const { expression: receiver, name } = node.expression;
  if (changing.has(name.text)) return isWithinModule(receiver);
  const [first] = node.arguments;
  return changingFirst.has(node.expression.getText()) && first !== undefined && isWithinModule(first);
}

const changing = new Set(
  "push pop shift unshift splice sort reverse fill copyWithin add set delete clear".split(" "),
);
const changingFirst = new Set(["Object.assign", "Object.defineProperty", "Object.setPrototypeOf"]);

/** Is it a name that a module, a namespace or a class declares, or within what has such a name? */
function isWithinModule(place: ts.Expression): boolean {
  if (
    ts.isPropertyAccessExpression(place) ||
    ts.isElementAccessExpression(place) ||
    ts.isNonNullExpression(place) ||
    ts.isParenthesizedExpression(place) ||
    ts.isAsExpression(place)
  )
    return isWithinModule(place.expression);
  const symbol = ts.isIdentifier(place) ? resolve(place) : undefined;
  return declaringNodes(symbol).some(isDeclaredByModule);
}

function isDeclaredByModule(declaration: ts.Node): boolean {
  return (
    ts.isClassDeclaration(declaration) || (ts.isVariableDeclaration(declaration) && isOfModule(declaration))
  );
}

import type { Context } from "../../context.js";
import type { FunctionNode, Scope, Written } from "../../scope.js";
import { nameWritten } from "../../static/evaluate.js";
import { isRegex } from "../../static/regex.js";
import { nameIn } from "../../syntax/names.js";
import { resolve } from "../../syntax/resolve.js";
import { declaredValue, isA, isConst } from "../../syntax/tree.js";
import { carriesFunctions } from "../../types/carries-functions.js";
import { ts } from "../../typescript.js";
import { bare } from "../expressions/bare.js";
import { functionOf } from "../expressions/callee.js";
import { destructure } from "../expressions/patterns.js";
import { staticField, staticMethod } from "../expressions/static-members.js";

/** Where the value of an expression is written, as far as that can be followed without running anything. */
export function writtenAt(expression: ts.Expression | FunctionNode, cx: Context): Written {
  const node = ts.isExpression(expression) ? bare(expression) : expression;
  const here = { node, scope: cx.scope };
  if (ts.isIdentifier(node)) {
    const symbol = resolve(node);
    const meaning = symbol === undefined ? undefined : cx.scope.get(symbol);
    if (meaning?.kind === "written") return writtenAt(meaning.node, cx.seeing(meaning.scope));
    if (meaning !== undefined) return here;
    const fn = functionOf(node);
    const initializer = declaredValue(symbol?.valueDeclaration);
    return fn !== undefined
      ? { node: fn, scope: cx.scope }
      : initializer === undefined
        ? here
        : writtenAt(initializer, cx);
  }
  if (ts.isPropertyAccessExpression(node)) {
    const name = nameIn(node);
    if (name !== undefined) return writtenAt(name, cx);
    const field = staticField(node);
    if (field !== undefined) return writtenAt(field.value, cx);
    const method = staticMethod(node);
    if (method !== undefined) return { node: method, scope: cx.scope };
    const member = memberOf(writtenAt(node.expression, cx), node.name.text, cx);
    return member === undefined ? here : writtenAt(member.node, cx.seeing(member.scope));
  }
  if (ts.isCallExpression(node) && carriesFunctions(node)) return returnedFunction(node, cx) ?? here;
  return here;
}

/** The function that an expression stands for, where it does. */
export function closureOf(expression: ts.Expression, cx: Context): Written<FunctionNode> | undefined {
  return closureAt({ node: expression, scope: cx.scope }, cx);
}

/** The same of what is written somewhere else. */
export function closureAt(written: Written, cx: Context): Written<FunctionNode> | undefined {
  const { node, scope } = writtenAt(written.node, cx.seeing(written.scope));
  return ts.isArrowFunction(node) ||
    ts.isFunctionExpression(node) ||
    ts.isFunctionDeclaration(node) ||
    ts.isMethodDeclaration(node)
    ? { node, scope }
    : undefined;
}

/** `startsWithAny(prefixes)`, a function that returns a function, or an object with functions in it. */
function returnedFunction(call: ts.CallExpression, cx: Context): Written | undefined {
  const outer = closureOf(call.expression, cx);
  const body = outer?.node.body;
  if (outer === undefined || body === undefined) return undefined;
  const statements = ts.isBlock(body) ? body.statements : [];
  const last = statements.at(-1);
  const result = isA(ts.isReturnStatement, last) ? last.expression : body;
  const before = statements.slice(0, -1);
  if (!isA(ts.isExpression, result) || !before.every(isConstant)) return undefined;
  const inner = cx.policy.functions.withArguments(outer.node, call, cx, cx.seeing(outer.scope));
  return writtenAt(result, before.reduce(withConstants, inner));
}

function isConstant(node: ts.Statement): node is ts.VariableStatement | ts.FunctionDeclaration {
  if (ts.isFunctionDeclaration(node)) return true;
  return ts.isVariableStatement(node) && isConst(node);
}

/** The names of `const`s before a `return`: no value of an engine is around the function, so each use is what is written. */
function withConstants(cx: Context, node: ts.Statement): Context {
  const declarations = ts.isVariableStatement(node) ? node.declarationList.declarations : [];
  return declarations.reduce((inner, declaration) => {
    const value = declaration.initializer;
    const name = declaration.name;
    if (value === undefined) return inner;
    return ts.isIdentifier(name)
      ? inner.binding(name, { kind: "written", node: value, scope: inner.scope })
      : destructure(name, inner.expression(value), inner);
  }, cx);
}

/** Is there a function or a regular expression in it, so that it cannot be a value of any engine? */
export function holdsFunctions(expression: ts.Node): boolean {
  const node = ts.isExpression(expression) ? bare(expression) : expression;
  if (ts.isArrowFunction(node) || ts.isFunctionExpression(node) || ts.isMethodDeclaration(node)) return true;
  if (isRegex(node)) return true;
  if (ts.isConditionalExpression(node))
    return holdsFunctions(node.whenTrue) || holdsFunctions(node.whenFalse);
  if (ts.isArrayLiteralExpression(node)) return node.elements.some(holdsFunctions);
  if (ts.isObjectLiteralExpression(node))
    return node.properties.some((property) => {
      if (ts.isShorthandPropertyAssignment(property)) return carriesFunctions(property.name);
      if (ts.isSpreadAssignment(property)) return carriesFunctions(property.expression);
      const value = ts.isPropertyAssignment(property) ? property.initializer : property;
      return value !== undefined && holdsFunctions(value);
    });
  if (ts.isSpreadElement(node)) return carriesFunctions(node.expression);
  return ts.isExpression(node) && carriesFunctions(node);
}

/** Is it a row of a table of checks, also where TypeScript sees its texts alone? Such a row is no value of any engine. */
export function standsForFunctions(argument: ts.Expression, cx: Context): boolean {
  if (carriesFunctions(argument)) return true;
  const node = bare(argument);
  const symbol = ts.isIdentifier(node) ? resolve(node) : undefined;
  const meaning = symbol === undefined ? undefined : cx.scope.get(symbol);
  if (meaning?.kind !== "written" || !ts.isExpression(meaning.node)) return false;
  return standsForFunctions(meaning.node, cx.seeing(meaning.scope)) || holdsFunctions(meaning.node);
}

/** A field of an object that is written out, or of what is spread into it. */
export function memberOf(of: Written, name: string, cx: Context): Written | undefined {
  return ts.isObjectLiteralExpression(of.node)
    ? entriesOf(of.node, of.scope, cx)?.findLast((entry) => entry.name === name)?.value
    : undefined;
}

/** `rule.tests` of a row that is written out, all of it, and has no such field. */
export function lacksField(expression: ts.Expression, cx: Context): boolean {
  const node = bare(expression);
  if (!ts.isPropertyAccessExpression(node)) return false;
  const { node: row, scope } = writtenAt(node.expression, cx);
  const entries = ts.isObjectLiteralExpression(row) ? entriesOf(row, scope, cx) : undefined;
  return entries?.every(({ name }) => name !== node.name.text) === true;
}

/** An entry of an object that is written out. */
export interface Entry {
  readonly name: string;
  readonly value: Written;
}

/** The entries of an object, with those of what is spread into it; nothing where they are not all written out. */
export function entriesOf(
  node: ts.ObjectLiteralExpression,
  scope: Scope,
  cx: Context,
): readonly Entry[] | undefined {
  const entries = new Map<string, Entry>();
  for (const property of node.properties) {
    const added = entriesIn(property, scope, cx);
    if (added === undefined) return undefined;
    for (const entry of added) entries.set(entry.name, entry);
  }
  return [...entries.values()];
}

function entriesIn(
  property: ts.ObjectLiteralElementLike,
  scope: Scope,
  cx: Context,
): readonly Entry[] | undefined {
  if (ts.isSpreadAssignment(property)) {
    const spread = writtenAt(property.expression, cx.seeing(scope));
    return ts.isObjectLiteralExpression(spread.node) ? entriesOf(spread.node, spread.scope, cx) : undefined;
  }
  if (ts.isShorthandPropertyAssignment(property))
    return [{ name: property.name.getText(), value: { node: property.name, scope } }];
  if (!ts.isPropertyAssignment(property) && !ts.isMethodDeclaration(property)) return undefined;
  const name = nameWritten(property.name);
  const node = ts.isMethodDeclaration(property) ? property : property.initializer;
  return node === undefined || name === undefined ? undefined : [{ name, value: { node, scope } }];
}

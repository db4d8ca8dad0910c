import {
  type CallExpression,
  type Expression,
  type FunctionDeclaration,
  Node,
  type ObjectLiteralElementLike,
  type ObjectLiteralExpression,
  type Statement,
  type VariableStatement,
} from "ts-morph";
import type { Context } from "../context.js";
import { resolve } from "../resolve.js";
import type { FunctionNode, Scope, Written } from "../scope.js";
import { nameWritten } from "../static/evaluate.js";
import { carriesFunctions } from "../types/carries-functions.js";
import { bare } from "./bare.js";
import { functionOf } from "./callee.js";
import { destructure } from "./patterns.js";

/** Where the value of an expression is written, as far as that can be followed without running anything. */
export function writtenAt(expression: Expression | FunctionNode, cx: Context): Written {
  const node = Node.isExpression(expression) ? bare(expression) : expression;
  const here = { node, scope: cx.scope };
  if (Node.isIdentifier(node)) {
    const symbol = resolve(node);
    const meaning = symbol === undefined ? undefined : cx.scope.get(symbol);
    if (meaning?.kind === "written") return writtenAt(meaning.node, cx.seeing(meaning.scope));
    if (meaning !== undefined) return here;
    const fn = functionOf(node);
    const declaration = symbol?.getValueDeclaration();
    const initializer = Node.isVariableDeclaration(declaration) ? declaration.getInitializer() : undefined;
    return fn !== undefined
      ? { node: fn, scope: cx.scope }
      : initializer === undefined
        ? here
        : writtenAt(initializer, cx);
  }
  if (Node.isPropertyAccessExpression(node)) {
    const name = node.getNameNode();
    if (isNamespace(node.getExpression()) && Node.isIdentifier(name)) return writtenAt(name, cx);
    const member = memberOf(writtenAt(node.getExpression(), cx), node.getName(), cx);
    return member === undefined ? here : writtenAt(member.node, cx.seeing(member.scope));
  }
  if (Node.isCallExpression(node) && carriesFunctions(node)) return returnedFunction(node, cx) ?? here;
  return here;
}

/** The function that an expression stands for, where it does. */
export function closureOf(expression: Expression, cx: Context): Written<FunctionNode> | undefined {
  return closureAt({ node: expression, scope: cx.scope }, cx);
}

/** The same of what is written somewhere else. */
export function closureAt(written: Written, cx: Context): Written<FunctionNode> | undefined {
  const { node, scope } = writtenAt(written.node, cx.seeing(written.scope));
  return Node.isArrowFunction(node) ||
    Node.isFunctionExpression(node) ||
    Node.isFunctionDeclaration(node) ||
    Node.isMethodDeclaration(node)
    ? { node, scope }
    : undefined;
}

/** `startsWithAny(prefixes)`, a function that returns a function, or an object with functions in it. */
function returnedFunction(call: CallExpression, cx: Context): Written | undefined {
  const outer = closureOf(call.getExpression(), cx);
  const body = outer?.node.getBody();
  if (outer === undefined || body === undefined) return undefined;
  const statements = Node.isBlock(body) ? body.getStatements() : [];
  const last = statements.at(-1);
  const result = Node.isReturnStatement(last) ? last.getExpression() : body;
  const before = statements.slice(0, -1);
  if (!Node.isExpression(result) || !before.every(isConstant)) return undefined;
  const inner = cx.policy.functions.withArguments(outer.node, call, cx, cx.seeing(outer.scope));
  return writtenAt(result, before.reduce(withConstants, inner));
}

function isConstant(node: Statement): node is VariableStatement | FunctionDeclaration {
  if (Node.isFunctionDeclaration(node)) return true;
  return Node.isVariableStatement(node) && node.getDeclarationKind() === "const";
}

/** The names of `const`s before a `return`: no value of an engine is around the function, so each use is what is written. */
function withConstants(cx: Context, node: Statement): Context {
  const declarations = Node.isVariableStatement(node) ? node.getDeclarations() : [];
  return declarations.reduce((inner, declaration) => {
    const value = declaration.getInitializer();
    const name = declaration.getNameNode();
    if (value === undefined) return inner;
    return Node.isIdentifier(name)
      ? inner.binding(name, { kind: "written", node: value, scope: inner.scope })
      : destructure(name, inner.expression(value), inner);
  }, cx);
}

/** `text` of `import * as text from "./text.js"`. */
export function isNamespace(node: Expression): boolean {
  const symbol = Node.isIdentifier(node) ? resolve(node) : undefined;
  return symbol?.getDeclarations().some(Node.isSourceFile) ?? false;
}

/** Is there a function or a regular expression in it, so that it cannot be a value of any engine? */
export function holdsFunctions(expression: Node): boolean {
  const node = Node.isExpression(expression) ? bare(expression) : expression;
  if (Node.isArrowFunction(node) || Node.isFunctionExpression(node) || Node.isMethodDeclaration(node))
    return true;
  if (Node.isRegularExpressionLiteral(node)) return true;
  if (Node.isConditionalExpression(node))
    return holdsFunctions(node.getWhenTrue()) || holdsFunctions(node.getWhenFalse());
  if (Node.isArrayLiteralExpression(node)) return node.getElements().some(holdsFunctions);
  if (Node.isObjectLiteralExpression(node))
    return node.getProperties().some((property) => {
      if (Node.isShorthandPropertyAssignment(property)) return carriesFunctions(property.getNameNode());
      if (Node.isSpreadAssignment(property)) return carriesFunctions(property.getExpression());
      const value = Node.isPropertyAssignment(property) ? property.getInitializer() : property;
      return value !== undefined && holdsFunctions(value);
    });
  if (Node.isSpreadElement(node)) return carriesFunctions(node.getExpression());
  return Node.isExpression(node) && carriesFunctions(node);
}

/** A field of an object that is written out, or of what is spread into it. */
export function memberOf(of: Written, name: string, cx: Context): Written | undefined {
  return Node.isObjectLiteralExpression(of.node)
    ? entriesOf(of.node, of.scope, cx)?.findLast((entry) => entry.name === name)?.value
    : undefined;
}

/** An entry of an object that is written out. */
export interface Entry {
  readonly name: string;
  readonly value: Written;
}

/** The entries of an object, with those of what is spread into it; nothing where they are not all written out. */
export function entriesOf(
  node: ObjectLiteralExpression,
  scope: Scope,
  cx: Context,
): readonly Entry[] | undefined {
  const entries = new Map<string, Entry>();
  for (const property of node.getProperties()) {
    const added = entriesIn(property, scope, cx);
    if (added === undefined) return undefined;
    for (const entry of added) entries.set(entry.name, entry);
  }
  return [...entries.values()];
}

function entriesIn(
  property: ObjectLiteralElementLike,
  scope: Scope,
  cx: Context,
): readonly Entry[] | undefined {
  if (Node.isSpreadAssignment(property)) {
    const spread = writtenAt(property.getExpression(), cx.seeing(scope));
    return Node.isObjectLiteralExpression(spread.node) ? entriesOf(spread.node, spread.scope, cx) : undefined;
  }
  if (Node.isShorthandPropertyAssignment(property))
    return [{ name: property.getName(), value: { node: property.getNameNode(), scope } }];
  if (!Node.isPropertyAssignment(property) && !Node.isMethodDeclaration(property)) return undefined;
  const name = nameWritten(property.getNameNode());
  const node = Node.isMethodDeclaration(property) ? property : property.getInitializer();
  return node === undefined || name === undefined ? undefined : [{ name, value: { node, scope } }];
}

import { type ArrayLiteralExpression, type Expression, Node, type ObjectLiteralExpression } from "ts-morph";
import type { Context } from "../context.js";
import { resolve } from "../resolve.js";
import type { FunctionNode, Scope } from "../scope.js";
import { functionOf } from "./callee.js";
import { objectCall } from "./iteration.js";
import { bare } from "./operators.js";

/** Source text and the names that it sees: a function as a value, or a list or object with functions in it. */
export interface Written<N extends Node = Expression | FunctionNode> {
  readonly node: N;
  readonly scope: Scope;
}

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
    const { node: of, scope } = writtenAt(node.getExpression(), cx);
    const member = Node.isObjectLiteralExpression(of) ? memberOf(of, node.getName()) : undefined;
    return member === undefined ? here : writtenAt(member, cx.seeing(scope));
  }
  if (Node.isCallExpression(node) && isCallable(node)) return returnedFunction(node, cx) ?? here;
  return here;
}

/** The function that an expression stands for, where it does. */
export function closureOf(expression: Expression, cx: Context): Written<FunctionNode> | undefined {
  const { node, scope } = writtenAt(expression, cx);
  return Node.isArrowFunction(node) ||
    Node.isFunctionExpression(node) ||
    Node.isFunctionDeclaration(node) ||
    Node.isMethodDeclaration(node)
    ? { node, scope }
    : undefined;
}

/** `startsWithAny(prefixes)`, a function that returns a function. */
function returnedFunction(node: Expression, cx: Context): Written | undefined {
  const call = Node.isCallExpression(node) ? node : undefined;
  const outer = call === undefined ? undefined : closureOf(call.getExpression(), cx);
  const body = outer?.node.getBody();
  if (call === undefined || outer === undefined || body === undefined) return undefined;
  const [only, second] = Node.isBlock(body) ? body.getStatements() : [];
  const result = Node.isReturnStatement(only) && second === undefined ? only.getExpression() : body;
  if (!Node.isExpression(result)) return undefined;
  const inner = cx.seeing(outer.scope);
  const bound = cx.policy.functions.withArguments(outer.node, call, cx, inner);
  return writtenAt(result, bound);
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
      if (Node.isShorthandPropertyAssignment(property)) return isCallable(property.getNameNode());
      const value = Node.isPropertyAssignment(property) ? property.getInitializer() : property;
      return value !== undefined && !Node.isSpreadAssignment(value) && holdsFunctions(value);
    });
  return (Node.isCallExpression(node) || Node.isIdentifier(node)) && isCallable(node);
}

function isCallable(node: Node): boolean {
  return node.getType().getNonNullableType().getCallSignatures().length > 0;
}

function memberOf(of: ObjectLiteralExpression, name: string): Expression | FunctionNode | undefined {
  const property = of.getProperty(name) ?? of.getProperty(`"${name}"`);
  if (Node.isMethodDeclaration(property)) return property;
  if (Node.isShorthandPropertyAssignment(property)) return property.getNameNode();
  return Node.isPropertyAssignment(property) ? property.getInitializer() : undefined;
}

/** One element of a list that holds functions, or one entry of an object that does. */
export interface Row {
  readonly value: Written;
  readonly key?: string;
}

/** The rows of a table with functions in it: a loop over it is written out, row by row. */
export function rowsOf(source: Expression, cx: Context): readonly Row[] | undefined {
  const entries = objectCall(bare(source));
  const { node, scope } = writtenAt(entries?.argument ?? source, cx);
  if (!holdsFunctions(node)) return undefined;
  if (entries === undefined) return Node.isArrayLiteralExpression(node) ? elementsOf(node, scope) : undefined;
  if (!Node.isObjectLiteralExpression(node) || entries.method === "keys") return undefined;
  return node.getProperties().flatMap((property): readonly Row[] => {
    const name = Node.isSpreadAssignment(property)
      ? undefined
      : property.getName().replace(/^["']|["']$/g, "");
    const value = name === undefined ? undefined : memberOf(node, name);
    return value === undefined || name === undefined
      ? []
      : [{ value: { node: value, scope }, ...(entries.method === "entries" ? { key: name } : {}) }];
  });
}

function elementsOf(node: ArrayLiteralExpression, scope: Scope): readonly Row[] | undefined {
  const elements = node.getElements();
  return elements.some(Node.isSpreadElement)
    ? undefined
    : elements.map((element) => ({ value: { node: element, scope } }));
}

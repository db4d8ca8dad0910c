import { type Expr, isAsciiText, required, type Type } from "@policyc/ir";
import {
  type Expression,
  Node,
  type PropertyAccessExpression,
  SyntaxKind,
  type Symbol as TsSymbol,
} from "ts-morph";
import { isOfSdk } from "../of-sdk.js";
import { resolve } from "../resolve.js";

/** Names, which Kubernetes holds to ASCII: RFC 1123 labels and subdomains, qualified names. */
const asciiFields: readonly string[] = [
  "name",
  "namespace",
  "generateName",
  "kind",
  "apiVersion",
  "group",
  "host",
];

/**
 * Can `text.length` differ from the number of characters, so that it matters? Not for names, not in a test for empty
 * text, and not as a position in a text, where both sides count alike.
 */
export function countsUnits(node: PropertyAccessExpression, text: Expr): boolean {
  return !isAscii(node.getExpression(), text) && !isTestForEmpty(node) && !isPosition(node);
}

/** Is a text made of ASCII alone, so that units and characters are the same: a literal, one of some literals, a name? */
export function isAscii(node: Expression, text: Expr): boolean {
  if (text.kind === "literal") return isAsciiText(String(text.value));
  if (isAsciiByType(text.type)) return true;
  if (text.kind === "concat") return text.parts.every(isAsciiPart);
  const field = fieldOf(node);
  return field !== undefined && asciiFields.includes(field.getName()) && isOfKubernetes(field);
}

/** A part of a template of which nothing but its type or its text is known. */
function isAsciiPart(part: Expr): boolean {
  return part.kind === "literal" ? isAsciiText(String(part.value)) : isAsciiByType(part.type);
}

function isAsciiByType(of: Type): boolean {
  const type = required(of);
  if (type.kind === "string") return type.literals?.every(isAsciiText) ?? false;
  return type.kind === "number" || type.kind === "boolean";
}

/** The field that a name stands for: `const name = c.name`, `const { name } = c`. */
function fieldOf(node: Expression): TsSymbol | undefined {
  if (Node.isPropertyAccessExpression(node)) return node.getNameNode().getSymbol();
  const declaration = Node.isIdentifier(node) ? resolve(node)?.getValueDeclaration() : undefined;
  if (Node.isBindingElement(declaration)) {
    const pattern = declaration.getParent();
    const name = declaration.getPropertyNameNode()?.getText() ?? declaration.getName();
    return Node.isObjectBindingPattern(pattern) ? pattern.getType().getProperty(name) : undefined;
  }
  const isConst = Node.isVariableDeclaration(declaration) && declaration.getVariableStatement() !== undefined;
  const initializer = isConst ? declaration.getInitializer() : undefined;
  return Node.isPropertyAccessExpression(initializer) ? initializer.getNameNode().getSymbol() : undefined;
}

/** The API server holds fields of its own kinds to ASCII, and neither an author's nor the names of users. */
function isOfKubernetes(field: TsSymbol): boolean {
  const declarations = field.getDeclarations();
  return (
    declarations.length > 0 &&
    declarations.every((declaration) => {
      const owner = declaration.getParent();
      return (
        isOfSdk(declaration) && !(Node.isInterfaceDeclaration(owner) && owner.getName().endsWith("Subject"))
      );
    })
  );
}

/** Is nothing asked but whether there is any? */
function isTestForEmpty(node: Node): boolean {
  const around = skipParentheses(node);
  const parent = around.getParent();
  if (Node.isBinaryExpression(parent)) {
    const isLeft = parent.getLeft() === around;
    const other = isLeft ? parent.getRight() : parent.getLeft();
    const operator = parent.getOperatorToken().getText();
    if (operator === "&&" && isLeft) return true;
    if (operator === "&&" || operator === "||" || operator === "??") return isTestForEmpty(parent);
    if (!/^(?:[!=]==?|[<>]=?)$/.test(operator)) return false;
    return other.getText() === "0" || (other.getText() === "1" && /^(?:<|>=)$/.test(operator));
  }
  return (
    (Node.isPrefixUnaryExpression(parent) && parent.getOperatorToken() === SyntaxKind.ExclamationToken) ||
    Node.isIfStatement(parent) ||
    (Node.isArrowFunction(parent) && isTest(parent)) ||
    (Node.isConditionalExpression(parent) && parent.getCondition() === around)
  );
}

/** `list.some((text) => text.length)`: of what such a function gives only the truth counts. */
function isTest(fn: Node): boolean {
  const call = fn.getParent();
  const callee = Node.isCallExpression(call) ? call.getExpression() : undefined;
  return (
    Node.isPropertyAccessExpression(callee) &&
    /^(?:filter|some|every|find|findLast|findIndex)$/.test(callee.getName())
  );
}

/** `text.slice(prefix.length)`. */
function isPosition(node: PropertyAccessExpression): boolean {
  return node
    .getAncestors()
    .some(
      (ancestor) =>
        Node.isCallExpression(ancestor) && /\.(?:slice|substring)$/.test(ancestor.getExpression().getText()),
    );
}

function skipParentheses(node: Node): Node {
  const parent = node.getParent();
  return Node.isParenthesizedExpression(parent) ? skipParentheses(parent) : node;
}

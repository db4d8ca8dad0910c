import type { Json } from "@policyc/ir";
import { type Expression, Node, type NumericLiteral, type PropertyName } from "ts-morph";
import { resolve } from "../resolve.js";
import { bare } from "../visitors/bare.js";
import { enumValue } from "../visitors/enums.js";

/** The value of an expression that is known without running anything; `undefined` where it is not. */
export function evaluate(written: Expression): Json | undefined {
  const node = bare(written);
  if (Node.isStringLiteral(node) || Node.isNoSubstitutionTemplateLiteral(node)) return node.getLiteralText();
  if (Node.isNumericLiteral(node)) return numberWritten(node);
  if (Node.isTrueLiteral(node)) return true;
  if (Node.isFalseLiteral(node)) return false;
  if (Node.isPrefixUnaryExpression(node)) {
    const value = evaluate(node.getOperand());
    return typeof value === "number" && node.getText().startsWith("-") ? -value : undefined;
  }
  if (Node.isTemplateExpression(node)) return templateText(node);
  if (Node.isBinaryExpression(node))
    return computed(node.getOperatorToken().getText(), evaluate(node.getLeft()), evaluate(node.getRight()));
  if (Node.isArrayLiteralExpression(node)) return list(node.getElements());
  if (Node.isObjectLiteralExpression(node)) return record(node);
  if (Node.isPropertyAccessExpression(node)) {
    const member = enumValue(node);
    if (member !== undefined) return member;
    const of = evaluate(node.getExpression());
    return isRecord(of) ? of[node.getName()] : undefined;
  }
  const initializer = constantOf(node);
  return initializer === undefined ? undefined : evaluate(initializer);
}

/** What a `const` of a module holds, for a name that refers to one. */
export function constantOf(node: Expression): Expression | undefined {
  if (!Node.isIdentifier(node)) return undefined;
  const declaration = resolve(node)?.getValueDeclaration();
  if (!Node.isVariableDeclaration(declaration)) return undefined;
  return declaration.getVariableStatement()?.getDeclarationKind() === "const"
    ? declaration.getInitializer()
    : undefined;
}

function templateText(node: Expression): string | undefined {
  if (!Node.isTemplateExpression(node)) return undefined;
  return node.getTemplateSpans().reduce<string | undefined>((text, span) => {
    const value = evaluate(span.getExpression());
    if (text === undefined || typeof value === "object" || value === undefined) return undefined;
    return `${text}${value}${span.getLiteral().getLiteralText()}`;
  }, node.getHead().getLiteralText());
}

function computed(operator: string, left: Json | undefined, right: Json | undefined): Json | undefined {
  if (operator === "+" && typeof left === "string" && typeof right === "string") return left + right;
  if (typeof left !== "number" || typeof right !== "number") return undefined;
  const value = arithmetic[operator]?.(left, right);
  return value !== undefined && Number.isFinite(value) ? value : undefined;
}

const arithmetic: Readonly<Record<string, (left: number, right: number) => number>> = {
  "+": (left, right) => left + right,
  "-": (left, right) => left - right,
  "*": (left, right) => left * right,
  "/": (left, right) => left / right,
};

function list(elements: readonly Expression[]): Json | undefined {
  const values: Json[] = [];
  for (const element of elements) {
    const value = evaluate(Node.isSpreadElement(element) ? element.getExpression() : element);
    if (value === undefined) return undefined;
    if (Node.isSpreadElement(element)) {
      if (!Array.isArray(value)) return undefined;
      values.push(...value);
    } else values.push(value);
  }
  return values;
}

function record(node: Expression): Json | undefined {
  if (!Node.isObjectLiteralExpression(node)) return undefined;
  const entries: [string, Json][] = [];
  for (const property of node.getProperties()) {
    if (Node.isSpreadAssignment(property)) {
      const spread = evaluate(property.getExpression());
      if (!isRecord(spread)) return undefined;
      entries.push(...Object.entries(spread));
      continue;
    }
    const isField = Node.isPropertyAssignment(property) || Node.isShorthandPropertyAssignment(property);
    if (!isField) return undefined;
    const name = nameWritten(property.getNameNode());
    const value = evaluate(
      Node.isPropertyAssignment(property) ? property.getInitializerOrThrow() : property.getNameNode(),
    );
    if (value === undefined || name === undefined) return undefined;
    entries.push([name, value]);
  }
  return Object.fromEntries(entries);
}

/** The name of a field that is written out, or known at build time, as `[Level.high]` is. */
export function nameWritten(node: PropertyName): string | undefined {
  if (Node.isStringLiteral(node) || Node.isNumericLiteral(node) || Node.isNoSubstitutionTemplateLiteral(node))
    return String(node.getLiteralValue());
  if (!Node.isComputedPropertyName(node)) return node.getText();
  const name = evaluate(node.getExpression());
  return typeof name === "string" || typeof name === "number" ? String(name) : undefined;
}

export function isRecord(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** ts-morph reads `1e21` as 1: it stops at the letter. */
export function numberWritten(node: NumericLiteral): number {
  return Number(node.compilerNode.text);
}

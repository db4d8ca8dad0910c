import type { Json } from "@policyc/ir";
import type { Context } from "../../context.js";
import type { Written } from "../../scope.js";
import { evaluate } from "../../static/evaluate.js";
import { isRegex } from "../../static/regex.js";
import { resolve } from "../../syntax/resolve.js";
import { isA } from "../../syntax/tree.js";
import { ts } from "../../typescript.js";
import { bare } from "../expressions/bare.js";
import { entriesOf, writtenAt } from "./written.js";

/**
 * What a test of a written row comes to, where the row alone decides it: `typeof says === "function"`, `rule.kind ===
 * "regex"`, `rule.pattern !== undefined`. Rows of one table have different fields, so the branch that such a test leaves
 * out has no meaning for this row.
 */
export function decided(test: ts.Expression, cx: Context): boolean | undefined {
  const node = bare(test);
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken)
    return not(decided(node.operand, cx));
  if (ts.isCallExpression(node)) return isList(node, cx);
  if (!ts.isBinaryExpression(node)) return truth(partOf(node, cx));
  const operator = node.operatorToken.getText();
  if (operator === "&&" || operator === "||") return bothDecided(node, operator === "||", cx);
  if (operator === "===" || operator === "==") return equal(node, cx);
  if (operator === "!==" || operator === "!=") return not(equal(node, cx));
  if (operator === "instanceof") return isInstance(node, cx);
  return operator === "in" ? isFieldOf(node, cx) : undefined;
}

/** Does a case of a `switch` ask for what a written row has there? */
export function decidedCase(subject: ts.Expression, wanted: ts.Expression, cx: Context): boolean | undefined {
  const part = partOf(bare(subject), cx);
  return part === undefined ? undefined : sameAs(part, evaluate(wanted));
}

/** What is written in a row; nothing where the row does not have it. */
type Part = { readonly is: "absent" } | { readonly is: "written"; readonly written: Written };

function partOf(node: ts.Expression, cx: Context): Part | undefined {
  if (ts.isPropertyAccessExpression(node)) return fieldOf(node, cx);
  const symbol = ts.isIdentifier(node) ? resolve(node) : undefined;
  const meaning = symbol === undefined ? undefined : cx.scope.get(symbol);
  if (meaning?.kind === "value")
    return meaning.value.kind === "absent" && isGiven(symbol) ? { is: "absent" } : undefined;
  return meaning?.kind === "written" ? asPart(meaning, cx) : undefined;
}

/** Part of a row, or a parameter: a variable may be set later. */
function isGiven(symbol: ts.Symbol | undefined): boolean {
  const declaration = symbol?.valueDeclaration;
  return isA(ts.isBindingElement, declaration) || isA(ts.isParameter, declaration);
}

function fieldOf(node: ts.PropertyAccessExpression, cx: Context): Part | undefined {
  const of = partOf(bare(node.expression), cx);
  if (of?.is !== "written" || !ts.isObjectLiteralExpression(of.written.node))
    return of?.is === "absent" ? of : undefined;
  const entries = entriesOf(of.written.node, of.written.scope, cx);
  if (entries === undefined) return undefined;
  const entry = entries.findLast(({ name }) => name === node.name.text);
  return entry === undefined ? { is: "absent" } : asPart(entry.value, cx);
}

function asPart(where: Written, cx: Context): Part {
  const written = writtenAt(where.node, cx.seeing(where.scope));
  return written.node.getText() === "undefined" ? { is: "absent" } : { is: "written", written };
}

function bothDecided(node: ts.BinaryExpression, whole: boolean, cx: Context): boolean | undefined {
  const left = decided(node.left, cx);
  if (left === undefined || left === whole) return left;
  return decided(node.right, cx);
}

function equal(node: ts.BinaryExpression, cx: Context): boolean | undefined {
  const [left, right] = [bare(node.left), bare(node.right)];
  if (ts.isTypeOfExpression(left)) {
    const asked = evaluate(right);
    const type = typeOf(partOf(bare(left.expression), cx));
    return type === undefined || typeof asked !== "string" ? undefined : type === asked;
  }
  const part = partOf(left, cx);
  if (part === undefined) return undefined;
  const isNothing = right.getText() === "undefined" || right.kind === ts.SyntaxKind.NullKeyword;
  if (isNothing) return part.is === "absent" ? true : typeOf(part) === undefined ? undefined : false;
  return sameAs(part, evaluate(right));
}

function sameAs(part: Part, wanted: Json | undefined): boolean | undefined {
  if (wanted === undefined || typeof wanted === "object") return undefined;
  if (part.is === "absent") return false;
  const value = literalOf(part.written);
  return value === undefined ? undefined : value === wanted;
}

/** The text, number or Boolean that stands there. */
function literalOf({ node }: Written): string | number | boolean | undefined {
  const value = ts.isExpression(node) ? evaluate(node) : undefined;
  return typeof value === "object" || value === null ? undefined : value;
}

function typeOf(part: Part | undefined): string | undefined {
  if (part?.is !== "written") return part === undefined ? undefined : "undefined";
  const { node } = part.written;
  if (isFunction(node)) return "function";
  if (isObject(node)) return "object";
  const value = literalOf(part.written);
  if (value !== undefined) return typeof value;
  return ts.isTemplateExpression(node) ? "string" : undefined;
}

function truth(part: Part | undefined): boolean | undefined {
  if (part?.is !== "written") return part === undefined ? undefined : false;
  const { node } = part.written;
  if (isFunction(node) || isObject(node)) return true;
  const value = literalOf(part.written);
  return value === undefined ? undefined : Boolean(value);
}

function isInstance(node: ts.BinaryExpression, cx: Context): boolean | undefined {
  const part = partOf(bare(node.left), cx);
  if (node.right.getText() !== "RegExp" || typeOf(part) === undefined) return undefined;
  return part?.is === "written" && isRegex(part.written.node);
}

/** `Array.isArray(rule.value)`. */
function isList(node: ts.CallExpression, cx: Context): boolean | undefined {
  const [argument] = node.arguments;
  if (argument === undefined || node.expression.getText() !== "Array.isArray") return undefined;
  const part = partOf(bare(argument), cx);
  if (typeOf(part) === undefined) return undefined;
  return part?.is === "written" && ts.isArrayLiteralExpression(part.written.node);
}

/** `"pattern" in rule`. */
function isFieldOf(node: ts.BinaryExpression, cx: Context): boolean | undefined {
  const name = evaluate(node.left);
  const part = partOf(bare(node.right), cx);
  if (typeof name !== "string" || part?.is !== "written") return undefined;
  const { node: row, scope } = part.written;
  const entries = ts.isObjectLiteralExpression(row) ? entriesOf(row, scope, cx) : undefined;
  return entries?.some((entry) => entry.name === name);
}

function isFunction(node: ts.Node): boolean {
  return ts.isArrowFunction(node) || ts.isFunctionLike(node);
}

function isObject(node: ts.Node): boolean {
  return isRegex(node) || ts.isObjectLiteralExpression(node) || ts.isArrayLiteralExpression(node);
}

function not(truth: boolean | undefined): boolean | undefined {
  return truth === undefined ? undefined : !truth;
}

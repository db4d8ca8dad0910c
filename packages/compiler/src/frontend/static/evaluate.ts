import type { Json } from "@policyc/ir";
import { nameIn } from "../syntax/names.js";
import { resolve } from "../syntax/resolve.js";
import { tallyOf } from "../syntax/tallies.js";
import { declaringStatement, isA, isConst } from "../syntax/tree.js";
import { ts } from "../typescript.js";
import { bare } from "../visitors/expressions/bare.js";
import { enumValue } from "../visitors/expressions/enums.js";
import { staticField } from "../visitors/expressions/static-members.js";
import { isGathered } from "../visitors/variables/gathered.js";

/** The value of an expression that is known without running anything; `undefined` where it is not. */
export function evaluate(written: ts.Expression): Json | undefined {
  const node = bare(written);
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (ts.isNumericLiteral(node)) return Number(node.text);
  if (node.kind === ts.SyntaxKind.TrueKeyword) return true;
  if (node.kind === ts.SyntaxKind.FalseKeyword) return false;
  if (ts.isPrefixUnaryExpression(node)) {
    const value = evaluate(node.operand);
    return typeof value === "number" && node.getText().startsWith("-") ? -value : undefined;
  }
  if (ts.isTemplateExpression(node)) return templateText(node);
  if (ts.isTaggedTemplateExpression(node)) return rawText(node);
  if (ts.isCallExpression(node)) return joined(node);
  if (ts.isBinaryExpression(node))
    return computed(node.operatorToken.getText(), evaluate(node.left), evaluate(node.right));
  if (ts.isArrayLiteralExpression(node)) return list(node.elements);
  if (ts.isObjectLiteralExpression(node)) return record(node);
  if (ts.isPropertyAccessExpression(node)) {
    const member = enumValue(node);
    if (member !== undefined) return member;
    const constant = staticField(node);
    if (constant !== undefined) return evaluate(constant.value);
    const named = constantOf(node);
    if (named !== undefined) return evaluate(named);
    const of = evaluate(node.expression);
    return isRecord(of) ? of[node.name.text] : undefined;
  }
  const initializer = constantOf(node);
  return initializer === undefined ? undefined : evaluate(initializer);
}

/** What a `const` of a module holds, for a name that refers to one. */
export function constantOf(node: ts.Expression): ts.Expression | undefined {
  const name = nameIn(node);
  const declaration = name === undefined ? undefined : resolve(name)?.valueDeclaration;
  if (!isA(ts.isVariableDeclaration, declaration)) return undefined;
  const statement = declaringStatement(declaration);
  if (!isConst(statement) || (statement !== undefined && isFilled(statement))) return undefined;
  return declaration.initializer;
}

/** Is it another value later on, as its fields or what is in it change? */
function isFilled(statement: ts.VariableStatement): boolean {
  return tallyOf(statement) !== undefined || isGathered(statement);
}

function templateText(node: ts.Expression): string | undefined {
  if (!ts.isTemplateExpression(node)) return undefined;
  return node.templateSpans.reduce<string | undefined>((text, span) => {
    const value = evaluate(span.expression);
    if (text === undefined || typeof value === "object" || value === undefined) return undefined;
    return `${text}${value}${span.literal.text}`;
  }, node.head.text);
}

/** ``String.raw`\d+` ``: the text as it is written. */
function rawText({ tag, template }: ts.TaggedTemplateExpression): string | undefined {
  if (tag.getText() !== "String.raw" || !ts.isNoSubstitutionTemplateLiteral(template)) return undefined;
  return template.getText().slice(1, -1).replaceAll("\r\n", "\n");
}

/** `names.join("|")` of a list that is known. */
function joined({ expression: callee, arguments: given }: ts.CallExpression): string | undefined {
  if (!ts.isPropertyAccessExpression(callee) || callee.name.text !== "join") return undefined;
  const [list, [between = ","]] = [evaluate(callee.expression), given.map(evaluate)];
  if (!Array.isArray(list) || typeof between !== "string") return undefined;
  return list.every((item) => typeof item === "string") ? list.join(between) : undefined;
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
  "**": (left, right) => left ** right,
};

function list(elements: readonly ts.Expression[]): Json | undefined {
  const values: Json[] = [];
  for (const element of elements) {
    const value = evaluate(ts.isSpreadElement(element) ? element.expression : element);
    if (value === undefined) return undefined;
    if (ts.isSpreadElement(element)) {
      if (!Array.isArray(value)) return undefined;
      values.push(...value);
    } else values.push(value);
  }
  return values;
}

function record(node: ts.Expression): Json | undefined {
  if (!ts.isObjectLiteralExpression(node)) return undefined;
  const entries: [string, Json][] = [];
  for (const property of node.properties) {
    if (ts.isSpreadAssignment(property)) {
      const spread = evaluate(property.expression);
      if (!isRecord(spread)) return undefined;
      entries.push(...Object.entries(spread));
      continue;
    }
    const isField = ts.isPropertyAssignment(property) || ts.isShorthandPropertyAssignment(property);
    if (!isField) return undefined;
    const name = nameWritten(property.name);
    const value = evaluate(ts.isPropertyAssignment(property) ? property.initializer : property.name);
    if (value === undefined || name === undefined) return undefined;
    entries.push([name, value]);
  }
  return Object.fromEntries(entries);
}

/** The name of a field that is written out, or known at build time, as `[Level.high]` is. */
export function nameWritten(node: ts.PropertyName): string | undefined {
  if (ts.isStringLiteral(node) || ts.isNumericLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node))
    return String(node.text);
  if (!ts.isComputedPropertyName(node)) return node.getText();
  const name = evaluate(node.expression);
  return typeof name === "string" || typeof name === "number" ? String(name) : undefined;
}

export function isRecord(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

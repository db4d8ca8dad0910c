import { type Expr, isAsciiText } from "@policyc/ir";
import type { Context } from "../context.js";
import { unitPosition } from "../diagnostics/text.js";
import { ancestorsOf, isA } from "../syntax/tree.js";
import { ts } from "../typescript.js";
import { bare } from "../visitors/expressions/bare.js";
import { isShownByFilter } from "../visitors/expressions/kept-by-filter.js";
import { isAscii } from "../visitors/expressions/text-length.js";
import { textOf } from "./arguments.js";
import type { Method } from "./method.js";

/** Warns where a position, or a length, that is a number may fall into or behind a character of two UTF-16 units. */
export function countingUnits(lower: Method, warning = unitPosition): Method {
  return (node, receiver, cx) => {
    if (hasPosition(node) && !isEndComparedToText(node) && mayHoldPairs(node, receiver, cx))
      cx.report(warning(cx.span(node), node.getText(), receiver.getText()));
    return lower(node, receiver, cx);
  };
}

/** A number other than 0: other positions come from the text itself. */
function hasPosition(node: ts.CallExpression): boolean {
  return node.arguments.some((argument) => /^-?\d+$/.test(argument.getText()) && argument.getText() !== "0");
}

/**
 * `text.slice(-6) === ".local"`, `text.slice(0, 2) === "v1"`: as many units as the known text has characters, counted from
 * an end, are that text where the characters are, and only there.
 */
function isEndComparedToText(node: ts.CallExpression): boolean {
  const compared = comparedTo(node);
  const units = unitsOfEnd(node);
  return (
    isA(ts.isStringLiteralLike, compared) && isAsciiText(compared.text) && compared.text.length === units
  );
}

function comparedTo(node: ts.Expression): ts.Expression | undefined {
  const around = ts.findAncestor(node.parent, (ancestor) => !ts.isParenthesizedExpression(ancestor));
  if (!isA(ts.isBinaryExpression, around) || !/^[!=]==$/.test(around.operatorToken.getText()))
    return undefined;
  return bare(around.left) === node ? bare(around.right) : bare(around.left);
}

/** How many units a call takes from the start or the end of a text. */
function unitsOfEnd(node: ts.CallExpression): number | undefined {
  const [from, to] = node.arguments.map((argument) => argument.getText());
  if (/\.at$/.test(node.expression.getText())) return from === "-1" ? 1 : undefined;
  if (from === "0") return Number(to);
  return to === undefined ? -Number(from) : undefined;
}

function mayHoldPairs(node: ts.CallExpression, receiver: ts.Expression, cx: Context): boolean {
  const text: Expr = textOf(receiver, cx);
  return (
    text.kind !== "invalid" && !isAscii(receiver, text) && !isTested(node, receiver) && !isOfKept(receiver)
  );
}

/** `words.filter((word) => word.startsWith("--")).map((word) => word.slice(2))` */
function isOfKept(receiver: ts.Expression): boolean {
  return isShownByFilter(receiver, (isAsked) => (test, outcome) => {
    const callee = outcome && ts.isCallExpression(test) ? test.expression : undefined;
    if (!isA(ts.isPropertyAccessExpression, callee) || !ts.isCallExpression(test)) return false;
    const { text: method } = callee.name;
    if (method === "test") return test.arguments.some(isAsked);
    return (method === "startsWith" || method === "endsWith") && isAsked(callee.expression);
  });
}

/**
 * `name.startsWith("x") ? name.slice(1) : …`: a test of the same text around the call says what is cut, and so does one
 * before it that leaves, `if (!name.startsWith("x")) return;`.
 */
function isTested(node: ts.CallExpression, receiver: ts.Expression): boolean {
  const text = receiver.getText();
  const tests = [`${text}.startsWith(`, `${text}.endsWith(`, `${text}.slice(`, `.test(${text})`];
  return ancestorsOf(node).some((around) =>
    [testOf(around), ...testsBefore(around)].some((condition) =>
      tests.some((test) => condition?.getText().includes(test)),
    ),
  );
}

function testOf(node: ts.Node): ts.Expression | undefined {
  if (ts.isConditionalExpression(node)) return node.condition;
  if (ts.isIfStatement(node)) return node.expression;
  return ts.isBinaryExpression(node) ? node.left : undefined;
}

/** Of the statements before one in its block, those after which nothing follows where they hold. */
function testsBefore(node: ts.Node): readonly ts.Expression[] {
  if (!ts.isStatement(node) || !ts.isBlock(node.parent)) return [];
  const { statements } = node.parent;
  return statements
    .slice(0, statements.indexOf(node))
    .flatMap((before) =>
      ts.isIfStatement(before) && leaves(before.thenStatement) ? [before.expression] : [],
    );
}

function leaves(node: ts.Statement): boolean {
  const last = ts.isBlock(node) ? node.statements.at(-1) : node;
  return isA(ts.isReturnStatement, last) || isA(ts.isContinueStatement, last);
}

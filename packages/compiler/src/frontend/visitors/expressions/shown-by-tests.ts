import { isCompareOperator, mirrored } from "@policyc/ir";
import { constantOf, evaluate } from "../../static/evaluate.js";
import { isRegex } from "../../static/regex.js";
import { isA } from "../../syntax/tree.js";
import { ts } from "../../typescript.js";
import { bare } from "./bare.js";
import { isChained } from "./chain.js";
import { isSame, isShown, namesIn, type Shows, type Tested } from "./tests-before.js";

/** Is a divisor surely something else than zero: by what it is, or by a test that everything goes through before it? */
export function isNeverZero(divisor: ts.Expression): boolean {
  const written = bare(divisor);
  return (
    isPositive(written) ||
    isShown(divisor, excludingZero({ text: written.getText(), names: namesIn(written) }))
  );
}

/** Has a list surely something in it where it is read: by what it is, or by a test of its `length`? */
export function isNeverEmpty(list: ts.Expression): boolean {
  const written = bare(list);
  if (ts.isArrayLiteralExpression(written))
    return written.elements.some((element) => !ts.isSpreadElement(element));
  if (isFallback(written)) return isNeverEmpty(written.left);
  const callee = ts.isCallExpression(written) ? written.expression : undefined;
  if (isA(ts.isPropertyAccessExpression, callee) && callee.name.text === "map")
    return isNeverEmpty(callee.expression);
  const kept = constantOf(written);
  if (isSplit(written) || (kept !== undefined && isSplit(bare(kept)))) return true;
  return isShown(list, excludingZero({ text: `${written.getText()}.length`, names: namesIn(written) }));
}

/** Has a list of this name surely something in it at another place? */
export function isNameOfSome(list: ts.Identifier, at: ts.Node): boolean {
  return isShown(at, excludingZero({ text: `${list.text}.length`, names: namesIn(list) }));
}

/** Has a text surely a character, by a test of it or of its `length`? */
export function isNeverEmptyText(text: ts.Expression): boolean {
  const written = bare(text);
  const [whole, names] = [written.getText(), namesIn(written)];
  const byLength = excludingZero({ text: `${whole}.length`, names });
  return isShown(
    text,
    (test, outcome) => isUnlikeEmpty(test, { text: whole, names }, outcome) || byLength(test, outcome),
  );
}

/** `if (word)`, `word !== ""` */
function isUnlikeEmpty(test: ts.Expression, of: Tested, outcome: boolean): boolean {
  if (isSame(test, of)) return outcome;
  if (!ts.isBinaryExpression(test) || test.operatorToken.getText() !== (outcome ? "!==" : "==="))
    return false;
  const [left, right] = [bare(test.left), bare(test.right)];
  return (isSame(left, of) && evaluate(right) === "") || (isSame(right, of) && evaluate(left) === "");
}

/** `image.split(":")`: the text itself, if it is nowhere parted. A chain may have nothing to split. */
function isSplit(node: ts.Expression): boolean {
  if (!ts.isCallExpression(node) || isChained(node)) return false;
  const callee = node.expression;
  const [separator, limit] = node.arguments;
  const isParted = separator !== undefined && (isRegex(separator) || Boolean(evaluate(separator)));
  const isWhole = limit === undefined || (numberOf(limit) ?? 0) > 0;
  return ts.isPropertyAccessExpression(callee) && callee.name.text === "split" && isParted && isWhole;
}

/** What is known at build time, `n || 1`, `Math.max(1, n)`. */
function isPositive(node: ts.Expression): boolean {
  const known = evaluate(node);
  if (typeof known === "number") return known !== 0;
  if (ts.isBinaryExpression(node) && node.operatorToken.getText() === "||")
    return (numberOf(bare(node.right)) ?? 0) !== 0;
  if (!ts.isCallExpression(node) || node.expression.getText() !== "Math.max") return false;
  return node.arguments.some((argument) => (numberOf(argument) ?? 0) > 0);
}

function excludingZero(of: Tested): Shows {
  return (test, outcome) => (isSame(test, of) ? outcome : excludes(0, of)(test, outcome));
}

/** Does a comparison with another number show that it is not this one? */
export function excludes(excluded: number, of: Tested): Shows {
  return (test, outcome) => {
    if (!ts.isBinaryExpression(test)) return false;
    const operator = test.operatorToken.getText();
    const [left, right] = [test.left, test.right].map((side) => withoutFallback(bare(side), excluded));
    if (left === undefined || right === undefined) return false;
    const [one, other] = [evaluate(right), evaluate(left)];
    const isOther = (by: string, number: number): boolean => {
      const ofExcluded = comparisons[by]?.(excluded, number);
      return ofExcluded !== undefined && ofExcluded !== outcome;
    };
    if (typeof one === "number" && isSame(left, of)) return isOther(operator, one);
    if (typeof other !== "number" || !isSame(right, of)) return false;
    return isOther(isCompareOperator(operator) ? mirrored[operator] : operator, other);
  };
}

/** `args?.length` of `(args?.length ?? 0) > 0`: what stands in is excluded with it. */
function withoutFallback(side: ts.Expression, excluded: number): ts.Expression {
  return isFallback(side) && evaluate(side.right) === excluded ? bare(side.left) : side;
}

/** `a ?? b` */
export function isFallback(node: ts.Expression): node is ts.BinaryExpression {
  return ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken;
}

export const comparisons: Readonly<Record<string, (left: number, right: number) => boolean>> = {
  "===": (left, right) => left === right,
  "!==": (left, right) => left !== right,
  "<": (left, right) => left < right,
  "<=": (left, right) => left <= right,
  ">": (left, right) => left > right,
  ">=": (left, right) => left >= right,
};

function numberOf(node: ts.Node): number | undefined {
  return ts.isNumericLiteral(node) ? Number(node.text) : undefined;
}

import { isCompareOperator, mirrored } from "@policyc/ir";
import { evaluate } from "../../static/evaluate.js";
import { isA } from "../../syntax/tree.js";
import { ts } from "../../typescript.js";
import { bare } from "./bare.js";
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
  const callee = ts.isCallExpression(written) ? written.expression : undefined;
  if (isA(ts.isPropertyAccessExpression, callee) && callee.name.text === "map")
    return isNeverEmpty(callee.expression);
  return isShown(list, excludingZero({ text: `${written.getText()}.length`, names: namesIn(written) }));
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

/** Is the number something else than zero where the test has this outcome? */
function excludingZero(of: Tested): Shows {
  return (written, outcome) => {
    if (isSame(written, of)) return outcome;
    if (!ts.isBinaryExpression(written)) return false;
    const [operator, left, right] = [written.operatorToken.getText(), written.left, written.right];
    const [one, other] = [numberOf(bare(right)), numberOf(bare(left))];
    if (one !== undefined && isSame(bare(left), of)) return excludesZero(operator, one, outcome);
    return (
      other !== undefined &&
      isSame(bare(right), of) &&
      excludesZero(isCompareOperator(operator) ? mirrored[operator] : operator, other, outcome)
    );
  };
}

/** Is `0 <operator> number` not what the comparison came to? */
function excludesZero(operator: string, number: number, outcome: boolean): boolean {
  const ofZero = comparisons[operator]?.(0, number);
  return ofZero !== undefined && ofZero !== outcome;
}

const comparisons: Readonly<Record<string, (left: number, right: number) => boolean>> = {
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

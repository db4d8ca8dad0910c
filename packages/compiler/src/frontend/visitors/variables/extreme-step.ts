import { resolve } from "../../syntax/resolve.js";
import { variableNamed } from "../../syntax/tallies.js";
import { ancestor, descendantsOf, isA, isIn, onlyStatementIn } from "../../syntax/tree.js";
import { ts } from "../../typescript.js";
import { absenceTestOf } from "../expressions/absence-tests.js";
import { bare } from "../expressions/bare.js";
import type { Step } from "./assignment.js";
import { isSetBetween } from "./variable-uses.js";

type ExtremeStep = Step & {
  readonly kind: "min" | "max";
  /** What is asked as well: `cond` of `if (cond && x > most)`. */
  readonly when?: ts.Expression;
};

export function isExtreme(step: Step | undefined): step is ExtremeStep {
  return step?.kind === "min" || step?.kind === "max";
}

/** Does it give a first value, too? */
export function isOfFirst(step: Step | undefined): boolean {
  return isExtreme(step) && step.orFirst === true;
}

/** What `most = x` does behind `if (x > most)`, or `if (most === undefined || x > most)`: nothing of that where no such test stands before it. */
export function extremeStep(node: ts.Expression): ExtremeStep | undefined {
  const statement = node.parent;
  const parent = statement?.parent;
  const choice = ts.isBlock(parent) && parent.statements.every(isReplacing) ? parent.parent : parent;
  if (!ts.isExpressionStatement(statement) || !ts.isIfStatement(choice)) return undefined;
  if (!ts.isBinaryExpression(node) || variableNamed(node.left) === undefined) return undefined;
  const { test, first, when } = comparisonIn(choice, node.left.getText());
  if (choice.elseStatement !== undefined || !ts.isBinaryExpression(test)) return undefined;
  const operator = test.operatorToken.getText();
  const [left, right] = [bare(test.left).getText(), bare(test.right).getText()];
  const [name, by] = [node.left.getText(), bare(node.right)];
  if (!/^[<>]=?$/.test(operator) || isSetBetween(by, test.end, choice.end)) return undefined;
  const step = { by, ...(first && { orFirst: true as const }), ...(when && { when }) };
  if (left === by.getText() && right === name)
    return { kind: operator.startsWith(">") ? "max" : "min", ...step };
  if (right === by.getText() && left === name)
    return { kind: operator.startsWith("<") ? "max" : "min", ...step };
  return undefined;
}

export interface Comparison {
  readonly test: ts.Expression;
  /** `most === undefined`, which may stand before it. */
  readonly first?: ts.Expression;
  readonly when?: ts.Expression;
}

/** `x > most`, also beside `most === undefined ||`, and behind what else is asked. */
export function comparisonIn({ expression }: ts.IfStatement, name: string): Comparison {
  const whole = bare(expression);
  const [when, asked] = operandsOf(whole, "&&");
  if (when !== undefined && descendantsOf(when, ts.isIdentifier).some((one) => one.text === name))
    return { test: whole };
  const [first, test = asked] = operandsOf(asked, "||");
  const others = when === undefined ? {} : { when };
  return first !== undefined && asksForFirst(first, name)
    ? { test, first, ...others }
    : { test: asked, ...others };
}

/** `a` and `b` of `a && b`; of anything else nothing and itself. */
function operandsOf(
  node: ts.Expression,
  operator: string,
): readonly [ts.Expression | undefined, ts.Expression] {
  const isOne = ts.isBinaryExpression(node) && node.operatorToken.getText() === operator;
  return isOne ? [node.left, bare(node.right)] : [undefined, node];
}

function asksForFirst(test: ts.Expression, name: string): boolean {
  const absence = absenceTestOf(bare(test));
  return absence?.means === "absence" && !absence.isThere && bare(absence.of).getText() === name;
}

/** Is the variable named here to ask whether it has a value, by a choice that gives it the first, or a better one? */
export function isAskedForFirst(use: ts.Identifier): boolean {
  const choice = ancestor(use, ts.isIfStatement);
  const only = choice && onlyStatementIn(choice.thenStatement);
  const set = isA(ts.isExpressionStatement, only) ? only.expression : undefined;
  if (choice === undefined || !isA(ts.isBinaryExpression, set) || !ts.isIdentifier(set.left)) return false;
  const { first } = comparisonIn(choice, use.text);
  if (first === undefined || !isIn(use, first)) return false;
  return isOfFirst(extremeStep(set)) && resolve(set.left) === resolve(use);
}

/** `x = value;` */
function isReplacing(node: ts.Statement): boolean {
  const set = ts.isExpressionStatement(node) ? node.expression : undefined;
  return isA(ts.isBinaryExpression, set) && set.operatorToken.getText() === "=";
}

import { resolve } from "../../syntax/resolve.js";
import { variableNamed } from "../../syntax/tallies.js";
import { ancestor, isA, isIn, onlyStatementIn } from "../../syntax/tree.js";
import { ts } from "../../typescript.js";
import { absenceTestOf } from "../expressions/absence-tests.js";
import { bare } from "../expressions/bare.js";
import type { Step } from "./assignment.js";
import { isSetBetween } from "./variable-uses.js";

type ExtremeStep = Step & { readonly kind: "min" | "max" };

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
  const { test, orFirst } = comparisonIn(choice, node.left.getText());
  if (choice.elseStatement !== undefined || !ts.isBinaryExpression(test)) return undefined;
  const operator = test.operatorToken.getText();
  const [left, right] = [bare(test.left).getText(), bare(test.right).getText()];
  const [name, by] = [node.left.getText(), bare(node.right)];
  if (!/^[<>]=?$/.test(operator) || isSetBetween(by, test.end, choice.end)) return undefined;
  const step = { by, ...(orFirst ? { orFirst } : {}) };
  if (left === by.getText() && right === name)
    return { kind: operator.startsWith(">") ? "max" : "min", ...step };
  if (right === by.getText() && left === name)
    return { kind: operator.startsWith("<") ? "max" : "min", ...step };
  return undefined;
}

interface Comparison {
  readonly test: ts.Expression;
  readonly orFirst?: true;
}

/** `x > most`, also beside `most === undefined ||`. */
function comparisonIn({ expression }: ts.IfStatement, name: string): Comparison {
  const test = bare(expression);
  if (!ts.isBinaryExpression(test) || test.operatorToken.getText() !== "||") return { test };
  return asksForFirst(test.left, name) ? { test: bare(test.right), orFirst: true } : { test };
}

function asksForFirst(test: ts.Expression, name: string): boolean {
  const absence = absenceTestOf(bare(test));
  return absence?.means === "absence" && !absence.isThere && bare(absence.of).getText() === name;
}

/** Is the variable named here to ask whether it has a value, by a choice that gives it the first, or a better one? */
export function isAskedForFirst(use: ts.Identifier): boolean {
  const choice = ancestor(use, ts.isIfStatement);
  const test = choice && bare(choice.expression);
  if (choice === undefined || !isA(ts.isBinaryExpression, test) || !isIn(use, test.left)) return false;
  const only = onlyStatementIn(choice.thenStatement);
  const set = isA(ts.isExpressionStatement, only) ? only.expression : undefined;
  if (!isA(ts.isBinaryExpression, set) || !ts.isIdentifier(set.left)) return false;
  return isOfFirst(extremeStep(set)) && resolve(set.left) === resolve(use);
}

/** `x = value;` */
function isReplacing(node: ts.Statement): boolean {
  const set = ts.isExpressionStatement(node) ? node.expression : undefined;
  return isA(ts.isBinaryExpression, set) && set.operatorToken.getText() === "=";
}

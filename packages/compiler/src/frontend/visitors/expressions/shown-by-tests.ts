import { isCompareOperator, mirrored } from "@policyc/ir";
import { evaluate } from "../../static/evaluate.js";
import { resolve } from "../../syntax/resolve.js";
import { declaringStatement, descendantsOf, isA, isConst } from "../../syntax/tree.js";
import { ts } from "../../typescript.js";
import { leaves, statementsIn } from "../statements/ways.js";
import { bare } from "./bare.js";

/** Is a divisor surely something else than zero: by what it is, or by a test that everything goes through before it? */
export function isNeverZero(divisor: ts.Expression): boolean {
  const written = bare(divisor);
  return isPositive(written) || isShown(divisor, { text: written.getText(), names: namesIn(written) });
}

/** Has a list surely something in it where it is read: by what it is, or by a test of its `length`? */
export function isNeverEmpty(list: ts.Expression): boolean {
  const written = bare(list);
  if (ts.isArrayLiteralExpression(written))
    return written.elements.some((element) => !ts.isSpreadElement(element));
  const callee = ts.isCallExpression(written) ? written.expression : undefined;
  if (isA(ts.isPropertyAccessExpression, callee) && callee.name.text === "map")
    return isNeverEmpty(callee.expression);
  return isShown(list, { text: `${written.getText()}.length`, names: namesIn(written) });
}

/** A number that tests speak of: how it is written, and the names in it. */
interface Tested {
  readonly text: string;
  readonly names: readonly ts.Identifier[];
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

/** Goes outwards: through choices and `&&` to the statements before. */
function isShown(node: ts.Node, of: Tested): boolean {
  const parent = node.parent;
  if (parent === undefined) return false;
  return isShownBy(parent, node, of) || isShown(parent, of);
}

function isShownBy(parent: ts.Node, node: ts.Node, of: Tested): boolean {
  if (ts.isConditionalExpression(parent) && node !== parent.condition)
    return shows(parent.condition, node === parent.whenTrue, of);
  if (ts.isIfStatement(parent) && node !== parent.expression)
    return shows(parent.expression, node === parent.thenStatement, of);
  if (ts.isBinaryExpression(parent) && node === parent.right) {
    const operator = parent.operatorToken.getText();
    return (operator === "&&" || operator === "||") && shows(parent.left, operator === "&&", of);
  }
  if (!ts.isBlock(parent) && !ts.isSourceFile(parent) && !ts.isCaseClause(parent)) return false;
  return parent.statements
    .filter((statement) => statement.end <= node.pos)
    .some((statement) => ts.isIfStatement(statement) && isWayOut(statement, of));
}

/** `if (n === 0) return;` */
function isWayOut(statement: ts.Node, of: Tested): boolean {
  if (!ts.isIfStatement(statement) || statement.elseStatement !== undefined) return false;
  return leaves(statementsIn(statement.thenStatement)) && shows(statement.expression, false, of);
}

/** Is the number something else than zero where the test has this outcome? */
function shows(test: ts.Expression, outcome: boolean, of: Tested): boolean {
  const written = bare(test);
  if (ts.isPrefixUnaryExpression(written) && written.operator === ts.SyntaxKind.ExclamationToken)
    return shows(written.operand, !outcome, of);
  if (isSame(written, of)) return outcome;
  if (!ts.isBinaryExpression(written)) return false;
  const [operator, left, right] = [written.operatorToken.getText(), written.left, written.right];
  if (operator === "&&" || operator === "||")
    return outcome === (operator === "&&") && [left, right].some((side) => shows(side, outcome, of));
  const [one, other] = [numberOf(bare(right)), numberOf(bare(left))];
  if (one !== undefined && isSame(bare(left), of)) return excludesZero(operator, one, outcome);
  return (
    other !== undefined &&
    isSame(bare(right), of) &&
    excludesZero(isCompareOperator(operator) ? mirrored[operator] : operator, other, outcome)
  );
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

/** The same text, of the same names, none of which changes. */
function isSame(one: ts.Expression, { text, names }: Tested): boolean {
  if (one.getText() !== text) return false;
  const own = namesIn(one);
  return names.every((name, position) => {
    const [symbol, same] = [resolve(name), own[position]];
    return symbol !== undefined && same !== undefined && symbol === resolve(same) && !isVariable(name);
  });
}

function namesIn(node: ts.Node): readonly ts.Identifier[] {
  return ts.isIdentifier(node) ? [node] : descendantsOf(node, ts.isIdentifier);
}

function isVariable(name: ts.Identifier): boolean {
  const declaration = resolve(name)?.valueDeclaration;
  if (!isA(ts.isVariableDeclaration, declaration)) return false;
  const list = declaringStatement(declaration);
  return list !== undefined && !isConst(list);
}

import { isCompareOperator, mirrored } from "@policyc/ir";
import { type Expression, type Identifier, Node, SyntaxKind, VariableDeclarationKind } from "ts-morph";
import { resolve } from "../resolve.js";
import { evaluate } from "../static/evaluate.js";
import { bare } from "./bare.js";
import { leaves, statementsIn } from "./ways.js";

/** Is a divisor surely something else than zero: by what it is, or by a test that everything goes through before it? */
export function isNeverZero(divisor: Expression): boolean {
  const written = bare(divisor);
  return isPositive(written) || isShown(divisor, { text: written.getText(), names: namesIn(written) });
}

/** Has a list surely something in it where it is read: by what it is, or by a test of its `length`? */
export function isNeverEmpty(list: Expression): boolean {
  const written = bare(list);
  if (Node.isArrayLiteralExpression(written))
    return written.getElements().some((element) => !Node.isSpreadElement(element));
  const callee = Node.isCallExpression(written) ? written.getExpression() : undefined;
  if (Node.isPropertyAccessExpression(callee) && callee.getName() === "map")
    return isNeverEmpty(callee.getExpression());
  return isShown(list, { text: `${written.getText()}.length`, names: namesIn(written) });
}

/** A number that tests speak of: how it is written, and the names in it. */
interface Tested {
  readonly text: string;
  readonly names: readonly Identifier[];
}

/** What is known at build time, `n || 1`, `Math.max(1, n)`. */
function isPositive(node: Expression): boolean {
  const known = evaluate(node);
  if (typeof known === "number") return known !== 0;
  if (Node.isBinaryExpression(node) && node.getOperatorToken().getText() === "||")
    return (numberOf(bare(node.getRight())) ?? 0) !== 0;
  if (!Node.isCallExpression(node) || node.getExpression().getText() !== "Math.max") return false;
  return node.getArguments().some((argument) => (numberOf(argument) ?? 0) > 0);
}

/** Goes outwards: through choices and `&&` to the statements before. */
function isShown(node: Node, of: Tested): boolean {
  const parent = node.getParent();
  if (parent === undefined) return false;
  return isShownBy(parent, node, of) || isShown(parent, of);
}

function isShownBy(parent: Node, node: Node, of: Tested): boolean {
  if (Node.isConditionalExpression(parent) && node !== parent.getCondition())
    return shows(parent.getCondition(), node === parent.getWhenTrue(), of);
  if (Node.isIfStatement(parent) && node !== parent.getExpression())
    return shows(parent.getExpression(), node === parent.getThenStatement(), of);
  if (Node.isBinaryExpression(parent) && node === parent.getRight()) {
    const operator = parent.getOperatorToken().getText();
    return (operator === "&&" || operator === "||") && shows(parent.getLeft(), operator === "&&", of);
  }
  if (!Node.isBlock(parent) && !Node.isSourceFile(parent) && !Node.isCaseClause(parent)) return false;
  return parent
    .getStatements()
    .filter((statement) => statement.getEnd() <= node.getPos())
    .some((statement) => Node.isIfStatement(statement) && isWayOut(statement, of));
}

/** `if (n === 0) return;` */
function isWayOut(statement: Node, of: Tested): boolean {
  if (!Node.isIfStatement(statement) || statement.getElseStatement() !== undefined) return false;
  return leaves(statementsIn(statement.getThenStatement())) && shows(statement.getExpression(), false, of);
}

/** Is the number something else than zero where the test has this outcome? */
function shows(test: Expression, outcome: boolean, of: Tested): boolean {
  const written = bare(test);
  if (Node.isPrefixUnaryExpression(written) && written.getOperatorToken() === SyntaxKind.ExclamationToken)
    return shows(written.getOperand(), !outcome, of);
  if (isSame(written, of)) return outcome;
  if (!Node.isBinaryExpression(written)) return false;
  const [operator, left, right] = [
    written.getOperatorToken().getText(),
    written.getLeft(),
    written.getRight(),
  ];
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

function numberOf(node: Node): number | undefined {
  return Node.isNumericLiteral(node) ? node.getLiteralValue() : undefined;
}

/** The same text, of the same names, none of which changes. */
function isSame(one: Expression, { text, names }: Tested): boolean {
  if (one.getText() !== text) return false;
  const own = namesIn(one);
  return names.every((name, position) => {
    const [symbol, same] = [resolve(name), own[position]];
    return symbol !== undefined && same !== undefined && symbol === resolve(same) && !isVariable(name);
  });
}

function namesIn(node: Node): readonly Identifier[] {
  return Node.isIdentifier(node) ? [node] : node.getDescendantsOfKind(SyntaxKind.Identifier);
}

function isVariable(name: Identifier): boolean {
  const declaration = resolve(name)?.getValueDeclaration();
  if (!Node.isVariableDeclaration(declaration)) return false;
  const list = declaration.getVariableStatement();
  return list !== undefined && list.getDeclarationKind() !== VariableDeclarationKind.Const;
}

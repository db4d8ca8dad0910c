import { isA } from "../syntax/tree.js";
import { ts } from "../typescript.js";
import { bare } from "../visitors/expressions/bare.js";

/** How `sort` compares: not at all, by what the elements are, or in a way of its own. */
export type SortOrder = "none" | "ascending" | "descending" | "own";

/** `(a, b) => a - b`, `(a, b) => (a < b ? -1 : 1)`, `(a, b) => (a > b ? -1 : a < b ? 1 : 0)`. */
export function comparisonOf(node: ts.CallExpression): SortOrder {
  const [fn] = node.arguments;
  if (fn === undefined) return "none";
  if (!ts.isArrowFunction(fn) || ts.isBlock(fn.body)) return "own";
  const [one, other] = fn.parameters.map((each) => each.name.getText());
  if (one === undefined || other === undefined) return "own";
  const orderOf = (left: ts.Expression, right: ts.Expression) => orderOfTwo([left, right], [one, other]);
  return comparedBy(bare(fn.body), { knowsEqual: false, orderOf });
}

/** How a comparison is understood. */
export interface Comparing {
  /** Do the two stand in their order (-1), or the other way round (1)? Nothing where they are not what is compared. */
  readonly orderOf: (left: ts.Expression, right: ts.Expression) => -1 | 1 | undefined;
  /** Must it say of equal ones that they are? JavaScript may do as it likes with them where it does not. */
  readonly knowsEqual: boolean;
}

export function comparedBy(body: ts.Expression, comparing: Comparing): SortOrder {
  const before = signOf(body, comparing);
  return before === undefined ? "own" : before < 0 ? "ascending" : "descending";
}

/** What the comparison comes to where the first of the two is the lesser one: -1 or 1. */
function signOf(node: ts.Expression, comparing: Comparing): -1 | 1 | undefined {
  if (ts.isBinaryExpression(node))
    return node.operatorToken.getText() === "-" ? comparing.orderOf(node.left, node.right) : undefined;
  if (!ts.isConditionalExpression(node)) return undefined;
  const test = bare(node.condition);
  const direction = directionOf(test, comparing);
  const [then, otherwise] = [numberOf(node.whenTrue), bare(node.whenFalse)];
  if (direction === undefined || (then !== 1 && then !== -1)) return undefined;
  const isOpposite =
    (!comparing.knowsEqual && numberOf(otherwise) === -then) ||
    isOppositeOf(otherwise, { then, direction, comparing });
  return isOpposite ? (direction === "less" ? then : then === 1 ? -1 : 1) : undefined;
}

interface Chosen {
  readonly then: -1 | 1;
  readonly direction: "less" | "more";
  readonly comparing: Comparing;
}

/** `a > b ? 1 : 0`, behind `a < b ? -1 :`. */
function isOppositeOf(node: ts.Expression, { then, direction, comparing }: Chosen): boolean {
  if (!ts.isConditionalExpression(node) || numberOf(node.whenTrue) !== -then) return false;
  const asked = directionOf(bare(node.condition), comparing);
  return asked !== undefined && asked !== direction && numberOf(node.whenFalse) === 0;
}

/** `a < b` or `b > a`: is the first of the two the lesser one? */
function directionOf(test: ts.Expression, { orderOf }: Comparing): "less" | "more" | undefined {
  const operator = isA(ts.isBinaryExpression, test) ? test.operatorToken.getText() : undefined;
  if (!isA(ts.isBinaryExpression, test) || (operator !== "<" && operator !== ">")) return undefined;
  const order = orderOf(test.left, test.right);
  if (order === undefined) return undefined;
  return (operator === "<") === (order === -1) ? "less" : "more";
}

function orderOfTwo(
  [left, right]: readonly [ts.Expression, ts.Expression],
  [one, other]: readonly [string, string],
): -1 | 1 | undefined {
  const [first, second] = [bare(left).getText(), bare(right).getText()];
  if (first === one && second === other) return -1;
  return first === other && second === one ? 1 : undefined;
}

function numberOf(written: ts.Expression): number | undefined {
  const node = bare(written);
  if (ts.isNumericLiteral(node)) return Number(node.text);
  const isNegative = ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.MinusToken;
  return isNegative && ts.isNumericLiteral(node.operand) ? -Number(node.operand.text) : undefined;
}

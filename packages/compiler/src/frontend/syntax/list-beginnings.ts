import { ts } from "../typescript.js";
import { absenceTestOf } from "../visitors/expressions/absence-tests.js";
import { bare } from "../visitors/expressions/bare.js";
import { isInQuestionOfWays, isOtherWay } from "./either-puts.js";
import {
  entryAdded,
  entryAsked,
  entryAt,
  entryOfCall,
  entryPut,
  entryRead,
  isAdding,
  isNothing,
  isSameEntry,
  type MapEntry,
} from "./map-entries.js";
import { beginsByName, begunByNameBefore } from "./named-lists.js";
import { isAddedToPutBack } from "./put-back.js";
import { ancestorsOf, isA, nextSiblingsOf, onlyStatementIn, previousSiblingOf } from "./tree.js";

/**
 * Statements without those that only begin a list or a number which the next one adds to, `groups[key] ??= [];` or
 * `if (!counts.has(key)) counts.set(key, 0);`, or that push to a list which the next one puts back. The two are
 * `(groups[key] ??= []).push(x)`, or `counts[key] = (counts[key] ?? 0) + 1`, which the other stands for.
 */
export function withoutBeginnings(nodes: readonly ts.Statement[]): readonly ts.Statement[] {
  return nodes.some(isBeginning) ? nodes.filter((node) => !isBeginning(node)) : nodes;
}

/** The list or number that an expression adds to, where the statement before has begun it. */
export function begunBefore(adding: ts.Node): MapEntry | undefined {
  const named = begunByNameBefore(adding);
  if (named !== undefined) return named;
  const entry = grownEntry(adding.parent);
  const before = entry === undefined ? undefined : previousSiblingOf(adding.parent);
  const begun = before === undefined ? undefined : begunBy(before);
  return begun !== undefined && entry !== undefined && isSameEntry(begun, entry) ? entry : undefined;
}

/** Is it in such a statement, or in the question which of two ways it is? */
export function isInBeginning(node: ts.Node): boolean {
  if (isInQuestionOfWays(node)) return true;
  return [node, ...ancestorsOf(node)].some((one) => ts.isStatement(one) && isBeginning(one));
}

function isBeginning(node: ts.Statement): boolean {
  if (isAddedToPutBack(node) || isOtherWay(node) || beginsByName(node)) return true;
  const begun = begunBy(node);
  const grown = begun === undefined ? undefined : grownEntry(nextSiblingsOf(node)[0]);
  return begun !== undefined && grown !== undefined && isSameEntry(begun, grown);
}

function grownEntry(node: ts.Node | undefined): MapEntry | undefined {
  const adds = isA(ts.isExpressionStatement, node) ? node.expression : undefined;
  return adds && (pushedEntry(node) ?? entryAdded(adds) ?? summedEntry(adds));
}

/** `counts[key] = counts[key] + n`, `counts.set(key, (counts.get(key) ?? 0) + n)`. */
function summedEntry(node: ts.Expression): MapEntry | undefined {
  const put = entryPut(node);
  const sum = put === undefined ? undefined : bare(put.value);
  if (put === undefined || !isA(ts.isBinaryExpression, sum) || sum.operatorToken.getText() !== "+")
    return undefined;
  const before = bare(sum.left);
  const isOrZero = ts.isBinaryExpression(before) && /^(?:\?\?|\|\|)$/.test(before.operatorToken.getText());
  const read = entryRead(isOrZero ? before.left : before);
  return read !== undefined && isSameEntry(read, put) ? put : undefined;
}

/** `groups[key].push(x);`, `groups[key].add(x);` */
function pushedEntry(node: ts.Node | undefined): MapEntry | undefined {
  const call = isA(ts.isExpressionStatement, node) ? node.expression : undefined;
  const callee = isA(ts.isCallExpression, call) ? call.expression : undefined;
  const isPush = isA(ts.isPropertyAccessExpression, callee) && isAdding(callee.name.text);
  return isPush ? entryRead(callee.expression) : undefined;
}

function begunBy(node: ts.Node): MapEntry | undefined {
  if (isA(ts.isExpressionStatement, node)) return begunWhereNone(node.expression);
  if (!isA(ts.isIfStatement, node) || node.elseStatement !== undefined) return undefined;
  const only = onlyStatementIn(node.thenStatement);
  const made = isA(ts.isExpressionStatement, only) ? only.expression : undefined;
  const entry = made === undefined ? undefined : setEmpty(made);
  const asked = askedForNone(bare(node.expression));
  return entry !== undefined && asked !== undefined && isSameEntry(entry, asked) ? entry : undefined;
}

/** `groups[key] ??= []`, `groups[key] = groups[key] ?? []`. */
function begunWhereNone(node: ts.Expression): MapEntry | undefined {
  if (!ts.isBinaryExpression(node)) return undefined;
  const [operator, right] = [node.operatorToken.getText(), bare(node.right)];
  if (operator === "??=" || operator === "||=") return isNothing(right) ? entryAt(node.left) : undefined;
  if (operator !== "=" || !ts.isBinaryExpression(right) || !isNothing(right.right)) return undefined;
  const [entry, read] = [entryAt(node.left), entryAt(right.left)];
  const isOr = ["??", "||"].includes(right.operatorToken.getText());
  return isOr && entry !== undefined && read !== undefined && isSameEntry(entry, read) ? entry : undefined;
}

/** `groups[key] = []`, `groups.set(key, [])`. */
function setEmpty(node: ts.Expression): MapEntry | undefined {
  if (ts.isBinaryExpression(node))
    return node.operatorToken.getText() === "=" && isNothing(node.right) ? entryAt(node.left) : undefined;
  const value = ts.isCallExpression(node) ? node.arguments[1] : undefined;
  return value !== undefined && isNothing(value) ? entryOfCall(node, "set") : undefined;
}

/** `!groups[key]`, `!groups.has(key)`, `!(key in groups)`, `groups[key] === undefined`. */
function askedForNone(test: ts.Expression): MapEntry | undefined {
  if (!ts.isPrefixUnaryExpression(test)) return comparedWithNothing(test);
  if (test.operator !== ts.SyntaxKind.ExclamationToken) return undefined;
  return entryOfTest(bare(test.operand));
}

function entryOfTest(node: ts.Expression): MapEntry | undefined {
  return entryRead(node) ?? entryAsked(node);
}

function comparedWithNothing(test: ts.Expression): MapEntry | undefined {
  const absence = absenceTestOf(test);
  return absence?.means === "absence" && !absence.isThere ? entryRead(absence.of) : undefined;
}

import { isOf } from "../types/flags.js";
import { keptWithChecker, typeAt } from "../types/kept.js";
import { ts } from "../typescript.js";
import { absenceTestOf } from "../visitors/expressions/absence-tests.js";
import { bare } from "../visitors/expressions/bare.js";
import {
  entryAdded,
  entryAsked,
  entryPut,
  entryRead,
  isAdding,
  isSameEntry,
  type MapEntry,
  type PutEntry,
} from "./map-entries.js";
import { computedInTurn } from "./same-turn.js";
import { ancestor, ancestorsOf, isA, nextSiblingsOf, onlyStatementIn, previousSiblingOf } from "./tree.js";

/** What an `if` puts under a key whichever way it goes. */
export interface EitherPut {
  readonly how: "add" | "append";
  readonly by: ts.Expression;
  /** The way that puts the first of it, and stands for both. */
  readonly way: ts.Statement;
  readonly first: PutEntry;
  /** The way that puts more of it, which is left aside. */
  readonly other: ts.Statement;
}

/**
 * `if (names === undefined) groups.set(key, [x]); else names.push(x);`, `if (key in counts) counts[key] = n + 1; else counts[key] = 1;`,
 * or `if (names) { names.push(x); continue; }` before `groups.set(key, [x]);`, with which the turn ends.
 */
export const eitherPutOf: (choice: ts.IfStatement) => EitherPut | undefined = keptWithChecker(
  (choice: ts.IfStatement) => {
    const asked = askedFor(bare(choice.expression));
    const otherwise = choice.elseStatement ?? lastOfTurn(choice);
    if (asked === undefined || otherwise === undefined) return undefined;
    const [other, way] = asked.isThere
      ? [choice.thenStatement, otherwise]
      : [otherwise, choice.thenStatement];
    const [putFirst, putMore] = [onlyExpressionIn(way), onlyExpressionIn(other)];
    const first = putFirst === undefined ? undefined : entryPut(putFirst);
    if (first === undefined || putMore === undefined || !isSameEntry(first, asked)) return undefined;
    const begun = bare(first.value);
    const one = onlyElementOf(begun);
    const more = one === undefined ? addedBy(putMore, first) : pushedBy(putMore, first)?.getText();
    const by = one ?? begun;
    const isSame = more === by.getText();
    return isSame ? { how: one === undefined ? "add" : "append", by, way, first, other } : undefined;
  },
);

/** The statement that comes after a choice which ends the turn of a loop, where it ends the turn as well. */
function lastOfTurn(choice: ts.IfStatement): ts.Statement | undefined {
  const [next, another] = nextSiblingsOf(choice);
  const isOfTurn = isA(ts.isBlock, choice.parent) && ts.isIterationStatement(choice.parent.parent, false);
  const isLast = isA(ts.isExpressionStatement, next) && another === undefined;
  return isOfTurn && isLast && endsTurn(choice.thenStatement) ? next : undefined;
}

function endsTurn(node: ts.Statement): boolean {
  const last = ts.isBlock(node) ? node.statements.at(-1) : undefined;
  return isA(ts.isContinueStatement, last) && last.label === undefined;
}

/** The same for what is put by the way that stands for both. */
export function eitherPutAt(put: PutEntry): EitherPut | undefined {
  const statement = ancestor(put.value, ts.isExpressionStatement);
  const before = statement === undefined ? undefined : previousSiblingOf(statement);
  const choices = [ancestor(put.value, ts.isIfStatement), before];
  const eithers = choices.flatMap((choice) =>
    isA(ts.isIfStatement, choice) ? (eitherPutOf(choice) ?? []) : [],
  );
  return eithers.find(({ first }) => first.value === put.value);
}

/** Is a statement all that the way does which is left aside, or the choice of that way before the one that stands for both? */
export function isOtherWay(node: ts.Statement): boolean {
  const either = ts.isIfStatement(node) ? eitherPutOf(node) : undefined;
  if (either !== undefined && isA(ts.isIfStatement, node) && node.elseStatement === undefined)
    return either.other === node.thenStatement;
  const around = ts.isBlock(node.parent) ? node.parent.parent : node.parent;
  return [around, previousSiblingOf(node)].some(
    (choice) => isA(ts.isIfStatement, choice) && isOtherOf(node, choice),
  );
}

function isOtherOf(node: ts.Statement, choice: ts.IfStatement): boolean {
  const other = eitherPutOf(choice)?.other;
  return other !== undefined && (other === node || onlyStatementIn(other) === node);
}

/** Is it in the question which of the two ways it is? */
export function isInQuestionOfWays(node: ts.Node): boolean {
  const around = [node, ...ancestorsOf(node)];
  return around.some(
    (one) =>
      isA(ts.isIfStatement, one.parent) &&
      one === one.parent.expression &&
      eitherPutOf(one.parent) !== undefined,
  );
}

/** What a test asks for, and whether that is there where it holds. */
export function askedFor(test: ts.Expression): (MapEntry & { readonly isThere: boolean }) | undefined {
  if (ts.isPrefixUnaryExpression(test) && test.operator === ts.SyntaxKind.ExclamationToken) {
    const asked = askedFor(bare(test.operand));
    return asked && { ...asked, isThere: !asked.isThere };
  }
  const absence = absenceTestOf(test);
  if (absence !== undefined) {
    const read = absence.means === "absence" ? readOf(absence.of, test) : undefined;
    return read && { ...read, isThere: absence.isThere };
  }
  const entry = readOf(test, test) ?? entryAsked(test);
  return entry && { ...entry, isThere: true };
}

/** `groups.get(key)`, `groups[key]`, or a name for it. */
export function readOf(node: ts.Expression, at: ts.Node): MapEntry | undefined {
  const written = bare(node);
  return entryRead(computedInTurn(written, at) ?? written);
}

function isReadOf(node: ts.Expression, entry: MapEntry): boolean {
  const written = bare(node);
  const isOrZero = ts.isBinaryExpression(written) && /^(?:\?\?|\|\|)$/.test(written.operatorToken.getText());
  const read = readOf(isOrZero ? written.left : written, entry.key);
  return read !== undefined && isSameEntry(read, entry);
}

/** `names.push(x)`, `groups.get(key)?.add(x)`, `groups.set(key, [...names, x])`. */
function pushedBy(node: ts.Expression, entry: PutEntry): ts.Expression | undefined {
  const put = entryPut(node);
  const list = put === undefined ? undefined : bare(put.value);
  if (put !== undefined && isSameEntry(put, entry) && isA(ts.isArrayLiteralExpression, list)) {
    const [before, added, another] = list.elements;
    const isBefore = isA(ts.isSpreadElement, before) && isReadOf(before.expression, entry);
    return isBefore && another === undefined ? added : undefined;
  }
  const callee = ts.isCallExpression(node) ? node.expression : undefined;
  const isOfEntry = isA(ts.isPropertyAccessExpression, callee) && isReadOf(callee.expression, entry);
  return ts.isCallExpression(node) && isOfEntry ? onlyPushed(node) : undefined;
}

/** `counts[key] = n + x`, `counts.set(key, n + x)`, `counts[key] += x`, `counts[key]++`. */
function addedBy(node: ts.Expression, entry: PutEntry): string | undefined {
  const added = entryAdded(node);
  if (added !== undefined && isSameEntry(added, entry)) return added.by === 1 ? "1" : added.by.getText();
  const put = entryPut(node);
  const sum = put === undefined ? undefined : bare(put.value);
  if (put === undefined || !isSameEntry(put, entry) || !isA(ts.isBinaryExpression, sum)) return undefined;
  const isSum = sum.operatorToken.getText() === "+" && isOf(typeAt(sum), ts.TypeFlags.NumberLike);
  return isSum && isReadOf(sum.left, entry) ? sum.right.getText() : undefined;
}

function onlyPushed(call: ts.CallExpression): ts.Expression | undefined {
  const callee = call.expression;
  const [by, another] = call.arguments;
  const isPush = ts.isPropertyAccessExpression(callee) && isAdding(callee.name.text);
  return isPush && another === undefined && by !== undefined && !ts.isSpreadElement(by) ? by : undefined;
}

/** Beside a `continue`. */
function onlyExpressionIn(node: ts.Statement): ts.Expression | undefined {
  const [first, , another] = ts.isBlock(node) ? node.statements : [];
  const isEnded = endsTurn(node) && another === undefined;
  const only = isEnded ? first : ts.isExpressionStatement(node) ? node : onlyStatementIn(node);
  return isA(ts.isExpressionStatement, only) ? bare(only.expression) : undefined;
}

/** The `x` of `[x]`, of `new Set([x])`. */
function onlyElementOf(begun: ts.Expression): ts.Expression | undefined {
  const isSet = ts.isNewExpression(begun) && begun.expression.getText() === "Set";
  const [inSet, more] = isSet ? (begun.arguments ?? []) : [];
  const list = inSet === undefined || more !== undefined ? begun : bare(inSet);
  const [only, another] = ts.isArrayLiteralExpression(list) ? list.elements : [];
  return only === undefined || another !== undefined || ts.isSpreadElement(only) ? undefined : only;
}

import { evaluate } from "../../static/evaluate.js";
import { elementRead } from "../../syntax/element-read.js";
import { countingOf } from "../../syntax/loops.js";
import { resolve } from "../../syntax/resolve.js";
import { isA } from "../../syntax/tree.js";
import { ts } from "../../typescript.js";
import { bare } from "./bare.js";
import { excludes } from "./shown-by-tests.js";
import { changesOf, isSame, isShown, tested } from "./tests-before.js";

/**
 * `list[i]` of the turn itself, `list[i - 1]` behind `i > 0` and `list[i + 1]` behind `i < list.length - 1`, in a loop or a
 * callback that has the position `i` of an element of this list.
 */
export function isBesideTurn(read: ts.Expression): boolean {
  const { list, position } = elementRead(read) ?? {};
  const at = position === undefined ? undefined : bare(position);
  const isBeside = isA(ts.isBinaryExpression, at) && at.right.getText() === "1";
  const index = isBeside ? bare(at.left) : at;
  const operator = isBeside ? at.operatorToken.getText() : undefined;
  if (list === undefined || !isA(ts.isIdentifier, index) || changesOf(index).length > 0) return false;
  const turns = positionsOf(index);
  if (turns === undefined || !isSame(turns.list, tested(list))) return false;
  if (operator === undefined) return true;
  if (operator === "-") return turns.first > 0 || isShown(read, excludes(0, tested(index)));
  return (
    operator === "+" &&
    isShown(read, (test, outcome) => isBeforeLast(test, outcome, { index, list: turns.list }))
  );
}

interface Turns {
  readonly list: ts.Expression;
  /** The position of the first turn. */
  readonly first: number;
}

/** What a name goes through the positions of. */
function positionsOf(index: ts.Identifier): Turns | undefined {
  const declaration = resolve(index)?.valueDeclaration;
  if (isA(ts.isParameter, declaration)) return ofCallback(declaration);
  if (isA(ts.isBindingElement, declaration)) return ofEntries(declaration);
  const loop = isA(ts.isVariableDeclaration, declaration) ? declaration.parent.parent : undefined;
  const counting = isA(ts.isForStatement, loop) ? countingOf(loop) : undefined;
  if (counting === undefined) return undefined;
  const first = counting.from === undefined ? 0 : evaluate(counting.from);
  return { list: counting.list, first: typeof first === "number" ? first : 0 };
}

/** `list.every((x, i) => …)` */
function ofCallback(parameter: ts.ParameterDeclaration): Turns | undefined {
  const fn = parameter.parent;
  const isSecond = (ts.isArrowFunction(fn) || ts.isFunctionExpression(fn)) && fn.parameters[1] === parameter;
  const call = isSecond ? fn.parent : undefined;
  const callee = isA(ts.isCallExpression, call) && call.arguments[0] === fn ? call.expression : undefined;
  return isA(ts.isPropertyAccessExpression, callee) && callbacks.has(callee.name.text)
    ? { list: callee.expression, first: 0 }
    : undefined;
}

const callbacks: ReadonlySet<string> = new Set([
  ...["filter", "some", "every", "map", "flatMap", "forEach"],
  ...["find", "findLast", "findIndex", "findLastIndex"],
]);

/** `for (const [i, x] of list.entries())` */
function ofEntries(element: ts.BindingElement): Turns | undefined {
  const { parent: pattern } = element;
  if (!ts.isArrayBindingPattern(pattern) || pattern.elements[0] !== element) return undefined;
  const loop = isA(ts.isVariableDeclaration, pattern.parent) ? pattern.parent.parent.parent : undefined;
  const entries = isA(ts.isForOfStatement, loop) ? bare(loop.expression) : undefined;
  const callee = isA(ts.isCallExpression, entries) ? entries.expression : undefined;
  return isA(ts.isPropertyAccessExpression, callee) && callee.name.text === "entries"
    ? { list: callee.expression, first: 0 }
    : undefined;
}

/** `i < list.length - 1`, `i + 1 < list.length`, or that `i === list.length - 1` is not so. */
function isBeforeLast(
  test: ts.Expression,
  outcome: boolean,
  { index, list }: { readonly index: ts.Identifier; readonly list: ts.Expression },
): boolean {
  if (!ts.isBinaryExpression(test) || !isSame(lengthIn(test.right), tested(list))) return false;
  const [i, length] = [index.getText(), `${list.getText()}.length`].map(plain);
  const written = plain(test.getText());
  const says = (outcome ? ["<", "!=="] : [">=", "==="]).some((by) => written === `${i}${by}${length}-1`);
  return (
    (says || written === `${i}+1${outcome ? "<" : ">="}${length}`) && isSame(nameIn(test.left), tested(index))
  );
}

/** `list` of `list.length - 1`. */
function lengthIn(node: ts.Expression): ts.Expression {
  const whole = bare(node);
  const length = ts.isBinaryExpression(whole) ? bare(whole.left) : whole;
  return ts.isPropertyAccessExpression(length) ? length.expression : length;
}

/** `i` of `i + 1`. */
function nameIn(node: ts.Expression): ts.Expression {
  const whole = bare(node);
  return ts.isBinaryExpression(whole) ? bare(whole.left) : whole;
}

const plain = (text: string): string => text.replace(/\s+/g, "");

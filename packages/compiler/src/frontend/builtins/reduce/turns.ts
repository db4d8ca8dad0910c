import { mayBeAbsent } from "@policyc/ir";
import { resolve } from "../../syntax/resolve.js";
import { summandsOf } from "../../syntax/summands.js";
import { descendantsOf, isA } from "../../syntax/tree.js";
import { fromTypeScript } from "../../types/from-typescript.js";
import { typeAt } from "../../types/kept.js";
import { symbolAt } from "../../types/symbols.js";
import { ts } from "../../typescript.js";
import { bare } from "../../visitors/expressions/bare.js";

/** One turn of an accumulation: what is added, by which operation, under which condition. */
export interface Turn {
  readonly operation: "+" | "min" | "max" | "||" | "&&" | "append";
  readonly value: ts.Expression;
  /** Of `acc + x + y`: what is added beside, all of it numbers or all of it texts. */
  readonly beside?: readonly ts.Expression[];
  readonly spread: boolean;
  /** By `push`, which changes the list that there was: it must be one that nothing else reads. */
  readonly isPushed?: true;
  /** `test ? acc + x : acc`. */
  readonly when: readonly { readonly test: ts.Expression; readonly holds: boolean }[];
}

/** What stands for what the turns before have come to: a name, or a field of it. */
export interface Accumulator {
  readonly is: (node: ts.Expression) => boolean;
  /** Is it, or anything else that those turns have come to, part of this? */
  readonly isIn: (node: ts.Node) => boolean;
}

export function named(name: ts.Identifier): Accumulator {
  const symbol = symbolAt(name);
  const isName = (node: ts.Node): boolean => ts.isIdentifier(node) && resolve(node) === symbol;
  return {
    is: (node) => isName(bare(node)),
    isIn: (node) => isName(node) || descendantsOf(node, ts.isIdentifier).some(isName),
  };
}

/** What a turn does to what was there before. */
export function turnOf(written: ts.Expression, name: Accumulator): Turn | undefined {
  const node = bare(written);
  if (ts.isConditionalExpression(node)) return greaterOf(node, name) ?? guarded(node, name);
  if (ts.isBinaryExpression(node)) return binaryTurn(node, name);
  if (ts.isCallExpression(node)) return callTurn(node, name);
  if (ts.isNewExpression(node)) return setTurn(node, name);
  return ts.isArrayLiteralExpression(node) ? appended(node.elements, name) : undefined;
}

function binaryTurn(node: ts.BinaryExpression, name: Accumulator): Turn | undefined {
  const operator = node.operatorToken.getText();
  if (operator !== "+" && operator !== "||" && operator !== "&&") return undefined;
  if (operator === "+" && !name.is(node.left)) return sumOf(node, name);
  const value = name.is(node.left) ? node.right : undefined;
  return value === undefined || name.isIn(value)
    ? undefined
    : { operation: operator, value, spread: false, when: [] };
}

/** `acc + x + y`. */
function sumOf(node: ts.BinaryExpression, name: Accumulator): Turn | undefined {
  const [first, value, ...beside] = summandsOf(node);
  if (first === undefined || value === undefined || !name.is(first)) return undefined;
  const all = [value, ...beside];
  const isOf = (kind: string): boolean => all.every((one) => fromTypeScript(typeAt(one)).kind === kind);
  return all.some(name.isIn) || !(isOf("number") || isOf("string"))
    ? undefined
    : { operation: "+", value, beside, spread: false, when: [] };
}

function callTurn(node: ts.CallExpression, name: Accumulator): Turn | undefined {
  const { expression } = node;
  if (ts.isPropertyAccessExpression(expression) && name.is(expression.expression)) {
    if (expression.name.text === "add") return added(node, name);
    return expression.name.text === "concat" ? concatenated(node, expression.expression, name) : undefined;
  }
  const called = expression.getText();
  const operation = called === "Math.min" ? "min" : called === "Math.max" ? "max" : undefined;
  const [first, second, ...rest] = node.arguments;
  if (operation === undefined || first === undefined || second === undefined || rest.length > 0)
    return undefined;
  const value = name.is(first) ? second : name.is(second) ? first : undefined;
  return value === undefined || name.isIn(value) ? undefined : { operation, value, spread: false, when: [] };
}

/** `acc.add(x)` of a set, which gives the set. */
function added(node: ts.CallExpression, name: Accumulator): Turn | undefined {
  const [value, ...rest] = node.arguments;
  if (value === undefined || rest.length > 0 || name.isIn(value)) return undefined;
  return { operation: "append", value, spread: false, when: [], isPushed: true };
}

/** `new Set([...acc, x])`. */
function setTurn(node: ts.NewExpression, name: Accumulator): Turn | undefined {
  const [list, ...rest] = node.expression.getText() === "Set" ? (node.arguments ?? []) : [];
  const elements = list === undefined || rest.length > 0 ? undefined : bare(list);
  return isA(ts.isArrayLiteralExpression, elements) ? appended(elements.elements, name) : undefined;
}

/** `acc.concat(xs)`, which goes through a list, and `acc.concat(x)` of anything that is none. */
function concatenated(node: ts.CallExpression, all: ts.Expression, name: Accumulator): Turn | undefined {
  const [value, ...rest] = node.arguments;
  if (value === undefined || rest.length > 0 || ts.isSpreadElement(value) || name.isIn(value))
    return undefined;
  const [whole, added] = [fromTypeScript(typeAt(all)), fromTypeScript(typeAt(value))];
  if (whole.kind !== "list" || added.kind === "union" || mayBeAbsent(added)) return undefined;
  return { operation: "append", value, spread: added.kind === "list", when: [] };
}

/** `x > acc ? x : acc` is `Math.max(acc, x)`. */
function greaterOf(node: ts.ConditionalExpression, name: Accumulator): Turn | undefined {
  const test = bare(node.condition);
  if (!ts.isBinaryExpression(test)) return undefined;
  const [, direction] = /^([<>])=?$/.exec(test.operatorToken.getText()) ?? [];
  const [left, right] = [bare(test.left), bare(test.right)];
  const [then, otherwise] = [bare(node.whenTrue), bare(node.whenFalse)];
  const value = name.is(left) ? right : name.is(right) ? left : undefined;
  if (direction === undefined || value === undefined || name.isIn(value)) return undefined;
  const isSame = (one: ts.Expression, other: ts.Expression): boolean => one.getText() === other.getText();
  const isLeft = isSame(then, left) && isSame(otherwise, right);
  if (!isLeft && !(isSame(then, right) && isSame(otherwise, left))) return undefined;
  const operation = isLeft === (direction === ">") ? "max" : "min";
  return { operation, value, spread: false, when: [] };
}

/** `[...acc, x]`, `[...acc, ...xs]`. */
function appended(elements: readonly ts.Expression[], name: Accumulator): Turn | undefined {
  const [first, second, ...rest] = elements;
  if (!isA(ts.isSpreadElement, first) || !name.is(first.expression)) return undefined;
  if (second === undefined || rest.length > 0 || name.isIn(second)) return undefined;
  const spread = ts.isSpreadElement(second);
  return { operation: "append", value: spread ? second.expression : second, spread, when: [] };
}

function guarded(node: ts.ConditionalExpression, name: Accumulator): Turn | undefined {
  const test = node.condition;
  if (name.isIn(test)) return undefined;
  const [then, otherwise] = [bare(node.whenTrue), bare(node.whenFalse)];
  const holds = name.is(otherwise);
  if (!holds && !name.is(then)) return undefined;
  const inner = turnOf(holds ? then : otherwise, name);
  return inner === undefined ? undefined : { ...inner, when: [{ test, holds }, ...inner.when] };
}

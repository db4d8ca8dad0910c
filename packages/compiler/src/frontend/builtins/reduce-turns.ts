import {
  type BinaryExpression,
  type CallExpression,
  type ConditionalExpression,
  type Expression,
  type Identifier,
  Node,
  SyntaxKind,
} from "ts-morph";
import { resolve } from "../resolve.js";
import { bare } from "../visitors/bare.js";

/** One turn of an accumulation: what is added, by which operation, under which condition. */
export interface Turn {
  readonly operation: "+" | "min" | "max" | "||" | "&&" | "append";
  readonly value: Expression;
  readonly spread: boolean;
  /** `test ? acc + x : acc`. */
  readonly when: readonly { readonly test: Expression; readonly holds: boolean }[];
}

/** What stands for what the turns before have come to: a name, or a field of it. */
export interface Accumulator {
  readonly is: (node: Expression) => boolean;
  /** Is it, or anything else that those turns have come to, part of this? */
  readonly isIn: (node: Node) => boolean;
}

export function named(name: Identifier): Accumulator {
  const symbol = name.getSymbol();
  const isName = (node: Node): boolean => Node.isIdentifier(node) && resolve(node) === symbol;
  return {
    is: (node) => isName(bare(node)),
    isIn: (node) => isName(node) || node.getDescendantsOfKind(SyntaxKind.Identifier).some(isName),
  };
}

/** What a turn does to what was there before. */
export function turnOf(written: Expression, name: Accumulator): Turn | undefined {
  const node = bare(written);
  if (Node.isConditionalExpression(node)) return guarded(node, name);
  if (Node.isBinaryExpression(node)) return binaryTurn(node, name);
  if (Node.isCallExpression(node)) return callTurn(node, name);
  return Node.isArrayLiteralExpression(node) ? appended(node.getElements(), name) : undefined;
}

function binaryTurn(node: BinaryExpression, name: Accumulator): Turn | undefined {
  const operator = node.getOperatorToken().getText();
  if (operator !== "+" && operator !== "||" && operator !== "&&") return undefined;
  const value = name.is(node.getLeft()) ? node.getRight() : undefined;
  return value === undefined || name.isIn(value)
    ? undefined
    : { operation: operator, value, spread: false, when: [] };
}

function callTurn(node: CallExpression, name: Accumulator): Turn | undefined {
  const called = node.getExpression().getText();
  const operation = called === "Math.min" ? "min" : called === "Math.max" ? "max" : undefined;
  const [first, second, ...rest] = node.getArguments();
  if (operation === undefined || !Node.isExpression(first) || !Node.isExpression(second) || rest.length > 0)
    return undefined;
  const value = name.is(first) ? second : name.is(second) ? first : undefined;
  return value === undefined || name.isIn(value) ? undefined : { operation, value, spread: false, when: [] };
}

/** `[...acc, x]`, `[...acc, ...xs]`. */
function appended(elements: readonly Expression[], name: Accumulator): Turn | undefined {
  const [first, second, ...rest] = elements;
  if (!Node.isSpreadElement(first) || !name.is(first.getExpression())) return undefined;
  if (second === undefined || rest.length > 0 || name.isIn(second)) return undefined;
  const spread = Node.isSpreadElement(second);
  return { operation: "append", value: spread ? second.getExpression() : second, spread, when: [] };
}

function guarded(node: ConditionalExpression, name: Accumulator): Turn | undefined {
  const test = node.getCondition();
  if (name.isIn(test)) return undefined;
  const [then, otherwise] = [bare(node.getWhenTrue()), bare(node.getWhenFalse())];
  const holds = name.is(otherwise);
  if (!holds && !name.is(then)) return undefined;
  const inner = turnOf(holds ? then : otherwise, name);
  return inner === undefined ? undefined : { ...inner, when: [{ test, holds }, ...inner.when] };
}

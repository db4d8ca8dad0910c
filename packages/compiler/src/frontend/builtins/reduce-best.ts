import { type Collect, type Expr, type Iteration, literal, optional, type Type } from "@policyc/ir";
import { index, local, not } from "../build.js";
import type { Context } from "../context.js";
import { fromEnd } from "../from-end.js";
import { descendantsOf, isA } from "../syntax.js";
import { ts } from "../typescript.js";
import { bare } from "../visitors/bare.js";
import { openLoop } from "../visitors/iteration.js";
import { isNeverEmpty } from "../visitors/shown-by-tests.js";
import { returnedBy } from "./reduce-records.js";
import { named } from "./reduce-turns.js";

/**
 * `list.reduce((best, x) => (best === undefined || x.size > best.size ? x : best), undefined)`: the first element that
 * no other one beats, or the last one with `>=`; `(best, x) => (x.size > best.size ? x : best)` of a list that has one,
 * or begins with a text, also with the two the other way round.
 * Nothing where it is anything else.
 */
export function reducedToBest(
  node: ts.CallExpression,
  receiver: ts.Expression,
  cx: Context,
): Expr | undefined {
  const [arrow, initial] = node.arguments;
  const begin = initial === undefined ? undefined : cx.expression(initial);
  const isThere = begin === undefined ? isNeverEmpty(receiver) : begin.type.kind === "string";
  if (!isA(ts.isArrowFunction, arrow) || (!isThere && begin?.kind !== "absent")) return undefined;
  const [best, item, position] = arrow.parameters.map(({ name }) => name);
  if (!isA(ts.isIdentifier, best) || !isA(ts.isIdentifier, item) || position !== undefined) return undefined;
  const beats = comparisonIn(arrow, best, item, isThere);
  if (beats === undefined) return undefined;
  const span = cx.span(node);
  // No other beats it, or it beats all that are as good: those before it as well.
  const [one, other] = beats.isStrict ? [best, item] : [item, best];
  const { iteration, cx: inner } = openLoop(receiver, one, undefined, cx);
  const others = openLoop(receiver, other, undefined, inner);
  const element = iteration.binder.type;
  if (begin?.type.kind === "string" && element.kind !== "string") return undefined;
  const held = others.cx.condition(beats.comparison);
  const where: Expr = {
    kind: "quantify",
    quantifier: "every",
    iteration: from(initial, others.iteration, cx),
    where: beats.isStrict === beats.isForItem ? not(held) : held,
    type: { kind: "boolean" },
    span,
  };
  const unbeaten: Collect = {
    kind: "collect",
    iteration: from(initial, iteration, cx),
    where,
    value: local(iteration.binder, span),
    flatten: false,
    into: "list",
    type: { kind: "list", element },
    span,
  };
  const found = beats.isStrict
    ? index(unbeaten, literal(0, span), optional(element), span)
    : fromEnd(unbeaten, 1, element, span, cx);
  return isThere ? { ...found, type: element } : found;
}

/** A loop that begins with a text before those of the list. */
function from(initial: ts.Expression | undefined, iteration: Iteration, cx: Context): Iteration {
  const begin = initial === undefined ? undefined : cx.expression(initial);
  if (begin === undefined || begin.kind === "absent") return iteration;
  const { over, binder } = iteration;
  const items = [
    { spread: false, value: begin },
    { spread: true, value: over },
  ];
  const type: Type = { kind: "list", element: binder.type };
  return { ...iteration, over: { kind: "list", items, type, span: over.span } };
}

interface Beats {
  readonly comparison: ts.BinaryExpression;
  /** Does the element win where it holds, or the best so far? */
  readonly isForItem: boolean;
  /** Of two that are as good, does the first stay? */
  readonly isStrict: boolean;
}

/** `best === undefined || x.size > best.size ? x : best`, which compares the same of both; or that without the first test. */
function comparisonIn(
  arrow: ts.ArrowFunction,
  best: ts.Identifier,
  item: ts.Identifier,
  isThere: boolean,
): Beats | undefined {
  const body = returnedBy(arrow);
  const choice = body === undefined ? undefined : bare(body);
  const [isBest, isItem] = [named(best), named(item)];
  if (!isA(ts.isConditionalExpression, choice)) return undefined;
  const isForItem = isItem.is(choice.whenTrue) && isBest.is(choice.whenFalse);
  const isForBest = isBest.is(choice.whenTrue) && isItem.is(choice.whenFalse);
  if (!isForItem && !(isForBest && isThere)) return undefined;
  const comparison = isThere ? bare(choice.condition) : besideNone(bare(choice.condition), best);
  if (!isA(ts.isBinaryExpression, comparison)) return undefined;
  const operator = comparison.operatorToken.getText();
  const [one, other] = comparedBy(comparison);
  const isOfBoth =
    (isOneOf(one, item, best) && isOneOf(other, best, item)) ||
    (isOneOf(one, best, item) && isOneOf(other, item, best));
  if (!/^[<>]=?$/.test(operator) || !isOfBoth) return undefined;
  const isSame = shape(one, [best, item]) === shape(other, [best, item]);
  return isSame ? { comparison, isForItem, isStrict: operator.endsWith("=") !== isForItem } : undefined;
}

/** What stands behind `best === undefined ||`. */
function besideNone(test: ts.Expression, best: ts.Identifier): ts.Expression | undefined {
  if (!ts.isBinaryExpression(test) || test.operatorToken.getText() !== "||") return undefined;
  return isTestForNone(bare(test.left), best) ? bare(test.right) : undefined;
}

/** `a > b`, `compareQuantities(a, b) > 0`. */
function comparedBy({ left, right }: ts.BinaryExpression): readonly [ts.Expression, ts.Expression] {
  const call = bare(left);
  const [first, second] = isA(ts.isCallExpression, call) ? call.arguments : [];
  const isComparison =
    isA(ts.isCallExpression, call) && /^compare(?:Quantities|Semver)$/.test(call.expression.getText());
  return isComparison && right.getText() === "0" && first !== undefined && second !== undefined
    ? [first, second]
    : [left, right];
}

/** Is it made of the one, and of nothing of the other? */
function isOneOf(node: ts.Expression, one: ts.Identifier, other: ts.Identifier): boolean {
  return named(one).isIn(node) && !named(other).isIn(node);
}

function isTestForNone(node: ts.Expression, best: ts.Identifier): boolean {
  if (ts.isPrefixUnaryExpression(node))
    return node.operator === ts.SyntaxKind.ExclamationToken && named(best).is(node.operand);
  if (!ts.isBinaryExpression(node) || !/^===?$/.test(node.operatorToken.getText())) return false;
  return named(best).is(node.left) && /^(?:undefined|null)$/.test(node.right.getText());
}

/** The text of an expression with the same in place of each of the names. */
function shape(node: ts.Expression, names: readonly ts.Identifier[]): string {
  const start = node.getStart();
  const uses = [node, ...descendantsOf(node, ts.isIdentifier)]
    .filter((each) => ts.isIdentifier(each) && names.some((name) => named(name).is(each)))
    .map((each) => [each.getStart() - start, each.getEnd() - start] as const);
  return uses.reduceRight((text, [from, to]) => `${text.slice(0, from)}_${text.slice(to)}`, node.getText());
}

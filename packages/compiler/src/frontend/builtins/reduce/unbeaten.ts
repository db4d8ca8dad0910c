import { type Collect, type Expr, type Iteration, literal, optional } from "@policyc/ir";
import { fromEnd } from "../../build/from-end.js";
import { index, local, not } from "../../build/nodes.js";
import type { Context } from "../../context.js";
import { descendantsOf, isA } from "../../syntax/tree.js";
import { ts } from "../../typescript.js";
import { absenceTestOf } from "../../visitors/expressions/absence-tests.js";
import { bare } from "../../visitors/expressions/bare.js";
import { openLoop } from "../../visitors/loops/iteration.js";
import { named } from "./turns.js";

/** The two that are compared, and by what: `x.size > best.size`. */
export interface Beats {
  readonly best: ts.Identifier;
  readonly item: ts.Identifier;
  readonly comparison: ts.BinaryExpression;
  /** Does the element win where it holds, or the best so far? */
  readonly isForItem: boolean;
  /** Of two that are as good, does the first stay? */
  readonly isStrict: boolean;
}

/** `best === undefined || x.size > best.size`, which compares the same of both; without the first test where one `isThere`. */
export function beatsBy(
  condition: ts.Expression,
  { best, item, isForItem }: Pick<Beats, "best" | "item" | "isForItem">,
  isThere: boolean,
): Beats | undefined {
  const comparison = isThere ? bare(condition) : besideNone(bare(condition), best);
  if (!isA(ts.isBinaryExpression, comparison)) return undefined;
  const operator = comparison.operatorToken.getText();
  const [one, other] = comparedBy(comparison);
  const isOfBoth =
    (isOneOf(one, item, best) && isOneOf(other, best, item)) ||
    (isOneOf(one, best, item) && isOneOf(other, item, best));
  if (!/^[<>]=?$/.test(operator) || !isOfBoth) return undefined;
  if (shape(one, [best, item]) !== shape(other, [best, item])) return undefined;
  return { best, item, comparison, isForItem, isStrict: operator.endsWith("=") !== isForItem };
}

/** The first element that no other one beats, or the last that is as good; a loop over the list may go over more. */
export function unbeaten(
  list: ts.Expression,
  { best, item, comparison, isForItem, isStrict }: Beats,
  span: Expr["span"],
  cx: Context,
  goesOver: (iteration: Iteration) => Iteration = (iteration) => iteration,
): Expr {
  // No other beats it, or it beats all that are as good: those before it as well.
  const [one, other] = isStrict ? [best, item] : [item, best];
  const opened = openLoop(list, one, undefined, cx);
  const others = openLoop(list, other, undefined, opened.cx);
  const held = others.cx.condition(comparison);
  const element = opened.iteration.binder.type;
  const where: Expr = {
    kind: "quantify",
    quantifier: "every",
    iteration: goesOver(others.iteration),
    where: isStrict === isForItem ? not(held) : held,
    type: { kind: "boolean" },
    span,
  };
  const all: Collect = {
    kind: "collect",
    iteration: goesOver(opened.iteration),
    where,
    value: local(opened.iteration.binder, span),
    flatten: false,
    into: "list",
    type: { kind: "list", element },
    span,
  };
  return isStrict
    ? index(all, literal(0, span), optional(element), span)
    : fromEnd(all, 1, element, span, cx);
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
  const absence = absenceTestOf(node);
  return absence?.means === "absence" && !absence.isThere && named(best).is(absence.of);
}

/** The text of an expression with the same in place of each of the names. */
function shape(node: ts.Expression, names: readonly ts.Identifier[]): string {
  const start = node.getStart();
  const uses = [node, ...descendantsOf(node, ts.isIdentifier)]
    .filter((each) => ts.isIdentifier(each) && names.some((name) => named(name).is(each)))
    .map((each) => [each.getStart() - start, each.getEnd() - start] as const);
  return uses.reduceRight((text, [from, to]) => `${text.slice(0, from)}_${text.slice(to)}`, node.getText());
}

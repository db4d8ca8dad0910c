import { type Expr, type Iteration, required, type Type } from "@policyc/ir";
import type { Context } from "../../context.js";
import { isA } from "../../syntax/tree.js";
import { ts } from "../../typescript.js";
import { bare } from "../../visitors/expressions/bare.js";
import { isNeverEmpty } from "../../visitors/expressions/shown-by-tests.js";
import { openLoop } from "../../visitors/loops/iteration.js";
import { returnedBy } from "./records.js";
import type { Reducer } from "./reducer.js";
import { named } from "./turns.js";
import { type Beats, beatsBy, unbeaten } from "./unbeaten.js";

/**
 * `list.reduce((best, x) => (best === undefined || x.size > best.size ? x : best), undefined)`: the first element that
 * no other one beats, or the last one with `>=`; `(best, x) => (x.size > best.size ? x : best)` of a list that has one,
 * or begins with a text, also with the two the other way round.
 * Nothing where it is anything else.
 */
export function reducedToBest(
  reducer: Reducer,
  node: ts.CallExpression,
  receiver: ts.Expression,
  cx: Context,
): Expr | undefined {
  const initial = node.arguments[1];
  if (initial !== undefined && ts.isNewExpression(bare(initial))) return undefined;
  const begin = initial === undefined ? undefined : cx.expression(initial);
  const isThere = begin === undefined ? isNeverEmpty(receiver) : begin.type.kind === "string";
  if (!isThere && begin?.kind !== "absent") return undefined;
  const beats = beatsIn(reducer, isThere);
  if (beats === undefined) return undefined;
  const { binder } = openLoop(receiver, undefined, undefined, cx).iteration;
  if (begin?.type.kind === "string" && binder.type.kind !== "string") return undefined;
  const found = unbeaten(receiver, beats, cx.span(node), cx, (iteration) => from(initial, iteration, cx));
  return isThere ? { ...found, type: required(found.type) } : found;
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

/** `best === undefined || x.size > best.size ? x : best`; or that without the first test. */
function beatsIn(reducer: Reducer, isThere: boolean): Beats | undefined {
  const [best, item, position] = reducer.parameters.map(({ name }) => name);
  if (!isA(ts.isIdentifier, best) || !isA(ts.isIdentifier, item) || position !== undefined) return undefined;
  const body = returnedBy(reducer);
  const choice = body === undefined ? undefined : bare(body);
  const [isBest, isItem] = [named(best), named(item)];
  if (!isA(ts.isConditionalExpression, choice)) return undefined;
  const isForItem = isItem.is(choice.whenTrue) && isBest.is(choice.whenFalse);
  const isForBest = isBest.is(choice.whenTrue) && isItem.is(choice.whenFalse);
  if (!isForItem && !(isForBest && isThere)) return undefined;
  return beatsBy(choice.condition, { best, item, isForItem }, isThere);
}

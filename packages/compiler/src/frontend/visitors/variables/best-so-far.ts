import { type Expr, required } from "@policyc/ir";
import { compare, conditional, let_, local } from "../../build/nodes.js";
import type { Context } from "../../context.js";
import { resolve } from "../../syntax/resolve.js";
import { isA } from "../../syntax/tree.js";
import { ts } from "../../typescript.js";
import { type Assignment, assignmentOf } from "./assignment.js";
import { type Combination, replacing } from "./combinations.js";
import { comparisonIn, extremeStep } from "./extreme-step.js";

/** `if (n > most) { most = n; best = x; }`: what else is set where a turn has a greater number, and that number. */
export interface BestSoFar {
  readonly most: Assignment;
  readonly by: ts.Expression;
  /** Of several that are as great, the first stays with `>`, and the last with `>=`. */
  readonly end: "first" | "last";
}

export function bestSoFar(assignments: readonly Assignment[]): BestSoFar | undefined {
  const [set, another] = assignments;
  const block = set?.node.parent.parent;
  if (set?.step?.kind !== "set" || another !== undefined || !isA(ts.isBlock, block)) return undefined;
  const choice = block.parent;
  const beside = block.statements.flatMap((one) =>
    ts.isExpressionStatement(one) ? (assignmentOf(one.expression) ?? []) : [],
  );
  const most = beside.find((one) => extremeOf(one) !== undefined);
  const by = most === undefined ? undefined : extremeOf(most);
  if (most === undefined || by === undefined) return undefined;
  if (!ts.isIfStatement(choice) || resolve(most.name) === resolve(set.name)) return undefined;
  const { test } = comparisonIn(choice, most.name.text);
  const isStrict = isA(ts.isBinaryExpression, test) && !test.operatorToken.getText().endsWith("=");
  return { most, by, end: isStrict ? "first" : "last" };
}

/** `n` of `most = n`, behind `if (n > most)`. */
function extremeOf({ node }: Assignment): ts.Expression | undefined {
  const step = extremeStep(node);
  if (step === undefined || step.orFirst || step.by === 1) return undefined;
  return step.by;
}

/** What is set in the first turn, or the last one, whose number is the greatest of all. */
export function ofTheBest(
  { by, end, most }: BestSoFar,
  name: string,
  greatest: Expr,
  cx: Context,
): Combination {
  const how = replacing(name, end, 1);
  const binder = { name: cx.names.unique(most.name.getText()), type: greatest.type };
  return {
    ...how,
    one: (step, inner, span) => {
      const list = how.one(step, inner, span);
      if (list === undefined || required(list.type).kind !== "list") return list;
      const isBest = compare("==", inner.expression(by), local(binder, span), span);
      return conditional(isBest, list, { kind: "list", items: [], type: list.type, span }, list.type, span);
    },
    after: (before, all, node, outer) =>
      let_(binder, greatest, how.after(before, all, node, outer), outer.span(node)),
  };
}

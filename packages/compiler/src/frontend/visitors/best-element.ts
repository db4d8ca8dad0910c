import type { Expr } from "@policyc/ir";
import { beatsBy, unbeaten } from "../builtins/unbeaten.js";
import type { Context } from "../context.js";
import { type LoopStatement, turnOf } from "../loops.js";
import { resolve } from "../resolve.js";
import { isA } from "../syntax.js";
import { ts } from "../typescript.js";
import { assignmentOf } from "./assignment.js";
import { bare } from "./bare.js";
import { declaredBy } from "./iteration.js";
import { rowTurns } from "./turns.js";
import { statementsIn } from "./ways.js";

/**
 * `for (const x of list) if (best === undefined || x.size > best.size) best = x;` from a `let best: T | undefined` on,
 * and nothing else: the element that no other one beats.
 */
export function bestElement(node: LoopStatement, of: ts.Symbol, before: Expr, cx: Context): Expr | undefined {
  const [choice, another] = turnOf(node);
  const item = ts.isForOfStatement(node) ? declaredBy(node) : undefined;
  if (!ts.isForOfStatement(node) || !isA(ts.isIdentifier, item) || before.kind !== "absent") return undefined;
  if (!isA(ts.isIfStatement, choice) || choice.elseStatement !== undefined || another !== undefined)
    return undefined;
  const [only, more] = statementsIn(choice.thenStatement);
  const set = isA(ts.isExpressionStatement, only) ? assignmentOf(only.expression) : undefined;
  if (set?.step?.kind !== "set" || more !== undefined || resolve(set.name) !== of) return undefined;
  const to = bare(set.step.by);
  if (!ts.isIdentifier(to) || resolve(to) !== resolve(item)) return undefined;
  const beats = beatsBy(choice.expression, { best: set.name, item, isForItem: true }, false);
  return beats === undefined || rowTurns(node, cx) !== undefined
    ? undefined
    : unbeaten(node.expression, beats, cx.span(node), cx);
}

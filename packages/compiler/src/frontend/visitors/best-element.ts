import type { Expr } from "@policyc/ir";
import { logic, not } from "../build.js";
import { named } from "../builtins/reduce-turns.js";
import { beatsBy, unbeaten } from "../builtins/unbeaten.js";
import type { Context } from "../context.js";
import { isContinue, leavesInnerLoop } from "../left-by.js";
import { type LoopStatement, turnOf } from "../loops.js";
import { resolve } from "../resolve.js";
import { isA, onlyStatementIn } from "../syntax.js";
import { ts } from "../typescript.js";
import { assignmentOf } from "./assignment.js";
import { bare } from "./bare.js";
import { declaredBy, openLoop } from "./iteration.js";
import { rowTurns } from "./turns.js";

/**
 * `for (const x of list) if (best === undefined || x.size > best.size) best = x;` from a `let best: T | undefined` on,
 * perhaps behind `if (…) continue;`, and nothing else: the element that no other one beats.
 */
export function bestElement(node: LoopStatement, of: ts.Symbol, before: Expr, cx: Context): Expr | undefined {
  const item = ts.isForOfStatement(node) ? declaredBy(node) : undefined;
  if (!ts.isForOfStatement(node) || !isA(ts.isIdentifier, item) || before.kind !== "absent") return undefined;
  const turn = turnOf(node);
  const [choice, passed] = [turn.at(-1), turn.slice(0, -1).map(passedOver)];
  const only = isA(ts.isIfStatement, choice) ? onlyStatement(choice) : undefined;
  const set = isA(ts.isExpressionStatement, only) ? assignmentOf(only.expression) : undefined;
  if (!isA(ts.isIfStatement, choice) || set?.step?.kind !== "set" || resolve(set.name) !== of)
    return undefined;
  const { name, step } = set;
  const to = bare(step.by);
  if (!ts.isIdentifier(to) || resolve(to) !== resolve(item)) return undefined;
  const tests = passed.flatMap((test) => test ?? []);
  if (tests.length < passed.length || tests.some((test) => named(name).isIn(test))) return undefined;
  const beats = beatsBy(choice.expression, { best: name, item, isForItem: true }, false);
  if (beats === undefined || rowTurns(node, cx) !== undefined) return undefined;
  const goesOver = (over: Expr): Expr => (tests.length === 0 ? over : keptOf(node, item, tests, cx));
  return unbeaten(node.expression, beats, cx.span(node), cx, (iteration) => ({
    ...iteration,
    over: goesOver(iteration.over),
  }));
}

/** The elements that no test passes over. */
function keptOf(
  node: ts.ForOfStatement,
  item: ts.Identifier,
  tests: readonly ts.Expression[],
  cx: Context,
): Expr {
  const { iteration, cx: inner } = openLoop(node.expression, item, undefined, cx);
  const span = cx.span(node);
  const { binder } = iteration;
  return {
    kind: "collect",
    iteration,
    where: logic(
      "and",
      tests.map((test) => not(inner.condition(test))),
      span,
    ),
    value: { kind: "local", name: binder.name, type: binder.type, span },
    flatten: false,
    into: "list",
    type: { kind: "list", element: binder.type },
    span,
  };
}

/** The test of `if (…) continue;`. */
function passedOver(statement: ts.Statement): ts.Expression | undefined {
  const only = ts.isIfStatement(statement) ? onlyStatement(statement) : undefined;
  const isPassed = only !== undefined && isContinue(only) && !leavesInnerLoop(only);
  return isPassed && ts.isIfStatement(statement) ? statement.expression : undefined;
}

/** What a choice does where its test holds, without another way. */
function onlyStatement({ thenStatement, elseStatement }: ts.IfStatement): ts.Statement | undefined {
  return elseStatement === undefined ? onlyStatementIn(thenStatement) : undefined;
}

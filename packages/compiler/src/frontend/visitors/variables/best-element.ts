import type { Expr } from "@policyc/ir";
import { logic, not } from "../../build/nodes.js";
import { named } from "../../builtins/reduce/turns.js";
import { type Beats, beatsBy, unbeaten } from "../../builtins/reduce/unbeaten.js";
import type { Context } from "../../context.js";
import { isContinue, leavesInnerLoop } from "../../syntax/left-by.js";
import { isLoop, type LoopStatement, turnOf } from "../../syntax/loops.js";
import { resolve } from "../../syntax/resolve.js";
import { ancestorsOf, descendantsOf, isA, onlyStatementIn } from "../../syntax/tree.js";
import { declaringNodes } from "../../types/symbols.js";
import { ts } from "../../typescript.js";
import { bare } from "../expressions/bare.js";
import { declaredBy, openLoop } from "../loops/iteration.js";
import { rowTurns } from "../loops/turns.js";
import { mayLeave } from "../statements/ways.js";
import { type Assignment, assignmentOf } from "./assignment.js";
import { assignmentsBelow, assignmentsOf, lastingIn, readsWhatChanges } from "./assignments-below.js";
import { fillsSeen } from "./fills-seen.js";
import { isRunning } from "./running.js";

/** A loop that keeps its best element in a variable: by what one beats another, and which ones it passes over. */
interface Keeping {
  readonly loop: ts.ForOfStatement;
  readonly item: ts.Identifier;
  readonly beats: Beats;
  readonly tests: readonly ts.Expression[];
}

/**
 * `for (const x of list) if (best === undefined || x.size > best.size) best = x;` from a `let best: T | undefined` on,
 * perhaps behind `if (…) continue;`: the element that no other one beats.
 */
export function bestElement(node: LoopStatement, of: ts.Symbol, before: Expr, cx: Context): Expr | undefined {
  const keeping = before.kind === "absent" ? keepingBest(node, of) : undefined;
  if (keeping === undefined || rowTurns(node, cx) !== undefined) return undefined;
  const { loop, item, beats, tests } = keeping;
  const goesOver = (over: Expr): Expr => (tests.length === 0 ? over : keptOf(loop, item, tests, cx));
  return unbeaten(loop.expression, beats, cx.span(node), cx, (iteration) => ({
    ...iteration,
    over: goesOver(iteration.over),
  }));
}

/** Does a statement read one of the variables that it changes, other than to add to it, to keep the best element there, or where it is known for each turn? */
export function readsWhatItChanges(node: ts.Statement): boolean {
  const symbols = new Set(lastingIn(node).flatMap(({ name }) => resolve(name) ?? []));
  return [...symbols].some(
    (symbol) => readsWhatChanges(node, symbol) && !keepsBest(node, symbol) && !isRunning(symbol, node),
  );
}

function keepsBest(node: ts.Statement, of: ts.Symbol): boolean {
  return isLoop(node) && keepingBest(node, of) !== undefined;
}

/** Beside that the turns may do whatever does not end them, and neither reads nor sets the variable. */
function keepingBest(node: LoopStatement, of: ts.Symbol): Keeping | undefined {
  const item = ts.isForOfStatement(node) ? declaredBy(node) : undefined;
  if (!ts.isForOfStatement(node) || !isA(ts.isIdentifier, item) || fillsSeen(node)) return undefined;
  const turn = turnOf(node);
  const position = turn.findIndex(
    (one) => setBy(one)?.step?.kind === "set" && assignmentsOf(one, of).length > 0,
  );
  const choice = turn[position];
  const set = choice === undefined ? undefined : setBy(choice);
  if (!isA(ts.isIfStatement, choice) || set?.step?.kind !== "set" || resolve(set.name) !== of)
    return undefined;
  const best = named(set.name);
  const to = bare(set.step.by);
  if (!ts.isIdentifier(to) || resolve(to) !== resolve(item)) return undefined;
  const tests = turn.slice(0, position).flatMap((one) => passedOver(one) ?? []);
  const beside = turn
    .filter((one, at) => at > position || passedOver(one) === undefined)
    .filter((one) => one !== choice);
  if (beside.some((one) => best.isIn(one) || mayLeave(one, { byBreak: true }))) return undefined;
  const beats = beatsBy(choice.expression, { best: set.name, item, isForItem: true }, false);
  if (beats === undefined || tests.some(best.isIn)) return undefined;
  const isOfTurn = [...tests, beats.comparison].some((test) => readsOfTurn(test, node, [item, set.name]));
  return isOfTurn ? undefined : { loop: node, item, beats, tests };
}

/** Does it read what the turns of a loop declare or change, other than these? For another element that would be another value. */
function readsOfTurn(test: ts.Node, loop: LoopStatement, known: readonly ts.Identifier[]): boolean {
  const others = new Set(known.map(resolve));
  const changed = new Set(assignmentsBelow(loop).map(({ name }) => resolve(name)));
  return [test, ...descendantsOf(test)].filter(ts.isIdentifier).some((one) => {
    const symbol = resolve(one);
    if (symbol === undefined || others.has(symbol)) return false;
    const around = declaringNodes(symbol).map(ancestorsOf);
    return changed.has(symbol) || around.some((all) => all.includes(loop) && !all.includes(test));
  });
}

/** What is set by a choice that does nothing else. */
function setBy(choice: ts.Statement): Assignment | undefined {
  const only = ts.isIfStatement(choice) ? onlyStatement(choice) : undefined;
  return isA(ts.isExpressionStatement, only) ? assignmentOf(only.expression) : undefined;
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

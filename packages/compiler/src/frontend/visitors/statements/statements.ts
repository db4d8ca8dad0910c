import type { Stream } from "@policyc/ir";
import { boundIn, inOrder, not } from "../../build/nodes.js";
import type { Context, Opened } from "../../context.js";
import { continueFromInside, mutation, notAViolation, returnInLoop } from "../../diagnostics/flow.js";
import { generatorThatReturns } from "../../diagnostics/syntax.js";
import { type ContinueStatement, isContinue, leavesInnerLoop } from "../../syntax/left-by.js";
import { isLoop, type LoopStatement, turnOf } from "../../syntax/loops.js";
import { resolve } from "../../syntax/resolve.js";
import { isA } from "../../syntax/tree.js";
import { ts } from "../../typescript.js";
import { bare } from "../expressions/bare.js";
import { eachTurn } from "../loops/each-turn.js";
import { endOfTurn } from "../loops/ends-of-turns.js";
import { leftLoop } from "../loops/left-loops.js";
import { blameless, changes, changesBeside, changesWhatLasts } from "../variables/accumulation.js";
import { assignmentOf } from "../variables/assignment.js";
import { seenFilled } from "../variables/filling.js";
import { addsToSeen, isSeen } from "../variables/fills-seen.js";
import { pushOf } from "../variables/gathered.js";
import { isRunning, runningIn } from "../variables/running.js";
import {
  type Change,
  isVariable,
  named,
  withSeen,
  withValues,
  withVariables,
} from "../variables/variables.js";
import { type Declaration, declarationsOf, opened } from "./declarations.js";
import { isNeverReached } from "./never-reached.js";
import { reassigned, unsupportedStatement } from "./unsupported-statement.js";
import { contentsOf, mayLeave, type Way, waysOf } from "./ways.js";
import { yielded } from "./yields.js";

type Rest = (cx: Context) => Stream;

/** The violations of a list of statements, then those of what follows. */
export function statements(nodes: readonly ts.Statement[], cx: Context, rest: Rest): Stream {
  const [first, ...others] = nodes;
  if (first === undefined) return rest(cx);
  if (isNeverReached(first)) return sequence([], cx, first);
  const next: Rest = (inner) =>
    bind(withValues(seenFilled(first, cx), inner), (seen) => statements(others, seen, rest));
  if (ts.isVariableStatement(first))
    return isVariable(first) ? bind(withVariables(first, cx), next) : constants(first, cx, next);
  const changed = changes(first, cx);
  if (changed !== undefined) return rebound(changed, cx, next);
  if (ts.isIfStatement(first)) return choice(first, cx, next);
  if (ts.isSwitchStatement(first)) return choice(first, cx, next);
  if (isLoop(first)) return looped(first, cx, next);
  const inside = contentsOf(first);
  if (inside !== undefined) return statements([...inside, ...others], cx, rest);
  if (isContinue(first)) return continued(first, cx);
  if (ts.isReturnStatement(first)) return leaving(first, cx);
  const after = ts.isBreakStatement(first) ? cx.afterBreak(first) : undefined;
  if (after !== undefined) return statements(after.statements, cx, after.rest ?? rest);
  if (ts.isBreakStatement(first) && cx.isLeft(first)) return sequence([], cx, first);
  if (ts.isFunctionDeclaration(first) || ts.isInterfaceDeclaration(first) || ts.isTypeAliasDeclaration(first))
    return next(cx);
  return then(single(first, cx), next(cx), cx, first);
}

function single(node: ts.Statement, cx: Context): Stream {
  if (ts.isExpressionStatement(node)) return effect(node, cx);
  cx.report(unsupportedStatement(node, cx));
  return sequence([], cx, node);
}

function sequence(items: readonly Stream[], cx: Context, node: ts.Node): Stream {
  return { kind: "sequence", items, span: cx.span(node) };
}

function then(first: Stream, second: Stream, cx: Context, node: ts.Node): Stream {
  return inOrder([first, second], cx.span(node));
}

/** `return` ends a generator, also behind what it yields last; inside a loop it would end the loop as well. */
function leaving(node: ts.ReturnStatement, cx: Context): Stream {
  if (cx.inLoop && !cx.isLeft(node)) cx.report(returnInLoop(cx.span(node), "return"));
  const said = node.expression === undefined ? undefined : bare(node.expression);
  if (isA(ts.isYieldExpression, said)) return yielded(said, cx);
  if (said !== undefined) cx.report(generatorThatReturns(cx.span(node)));
  return sequence([], cx, node);
}

/** `continue` ends a turn; by a label it would end the loops inside of that as well. */
function continued(node: ContinueStatement, cx: Context): Stream {
  if (leavesInnerLoop(node) && !cx.isLeft(node)) cx.report(continueFromInside(cx.span(node)));
  return sequence([], cx, node);
}

/** What follows sees the new values, by the variables' own names. */
function rebound(changed: readonly Change[], cx: Context, next: Rest): Stream {
  const [first, ...others] = changed;
  if (first === undefined) return next(cx);
  const { name, meaning } = first;
  const { binder, value, inner } = named(name, meaning, cx);
  return { kind: "bind", binder, value, body: rebound(others, inner, next), span: value.span };
}

/** What follows, with names that it sees. */
function bind({ bound, inner }: Opened, next: Rest): Stream {
  return boundIn(bound, next(inner));
}

function constants(node: ts.VariableStatement, cx: Context, next: Rest): Stream {
  if (isSeen(node)) return bind(withSeen(node, cx), next);
  const bindEach = (remaining: readonly Declaration[], inner: Context): Stream => {
    const [first, ...others] = remaining;
    if (first === undefined) return next(inner);
    const { bound, inner: seen } = opened(first, inner);
    const body = bindEach(others, seen);
    return bound === undefined ? body : { kind: "bind", ...bound, body, span: inner.span(first.node) };
  };
  return bindEach(declarationsOf(node, cx), cx);
}

function choice(node: ts.IfStatement | ts.SwitchStatement, cx: Context, next: Rest): Stream {
  const ways = waysOf(node, cx);
  // Where no way leaves early, what follows stands once, after the choice.
  const isSwitch = ts.isSwitchStatement(node);
  const leaves = ways.some((way) => way.body.some((one) => mayLeave(one, { byBreak: !isSwitch })));
  const changed = leaves ? undefined : changesBeside(node, cx);
  if (changed !== undefined) return beside(changed, (settled) => chosen(node, settled, ways), next, cx, node);
  const early = leaves || changesWhatLasts(node, cx);
  const branches = chosen(node, cx, ways, early ? next : undefined);
  return early ? branches : then(branches, next(cx), cx, node);
}

/** What a statement says, and what follows it with the variables that it changes. */
function beside(
  changed: readonly Change[],
  said: (settled: Context) => Stream,
  next: Rest,
  cx: Context,
  node: ts.Statement,
): Stream {
  const variables = changed
    .flatMap(({ name }) => resolve(name) ?? [])
    .filter((symbol) => !isRunning(symbol, node));
  return then(said(cx.settling(variables)), rebound(changed, cx, next), cx, node);
}

/** A choice, with what follows on each way that goes on. */
function chosen(
  node: ts.IfStatement | ts.SwitchStatement,
  cx: Context,
  ways: readonly Way[],
  after: Rest = (inner) => sequence([], inner, node),
): Stream {
  const inside = ts.isSwitchStatement(node) ? cx.insideSwitch(node, { statements: [], rest: after }) : cx;
  return ways.reduceRight<Stream>(
    (otherwise, way) => {
      const body = statements(way.body, inside, (end) => after(cx.seeing(end.scope)));
      if (way.test === undefined) return body;
      if (isNothing(body))
        return isNothing(otherwise)
          ? otherwise
          : { kind: "guard", when: not(way.test), then: otherwise, span: cx.span(way.node) };
      return isNothing(otherwise)
        ? { kind: "guard", when: way.test, then: body, span: cx.span(way.node) }
        : { kind: "branch", test: way.test, then: body, else: otherwise, span: cx.span(way.node) };
    },
    sequence([], cx, node),
  );
}

function isNothing(stream: Stream): boolean {
  return stream.kind === "sequence" && stream.items.length === 0;
}

/** A loop that yields; what it counts beside that is counted by a loop of its own. */
function looped(node: LoopStatement, cx: Context, next: Rest): Stream {
  const ends = endOfTurn(node, cx);
  if (ends !== undefined) return { kind: "guard", when: not(ends), then: next(cx), span: cx.span(node) };
  const left = leftLoop(node, cx, (inner) => ofTurn(node, inner), next);
  if (left !== undefined) return left;
  const changed = changesBeside(node, cx);
  if (changed === undefined) return then(loop(node, cx.settling(blameless(node, cx))), next(cx), cx, node);
  return beside(changed, (settled) => loop(node, settled, runningIn(node)), next, cx, node);
}

function loop(node: LoopStatement, cx: Context, running: readonly ts.Identifier[] = []): Stream {
  return eachTurn(node, running, cx, (inner) => ofTurn(node, inner));
}

function ofTurn(node: LoopStatement, cx: Context): Stream {
  return statements(turnOf(node), cx, (end) => sequence([], end, node));
}

/** A statement that is an expression: only `yield` does anything. */
function effect(node: ts.ExpressionStatement, cx: Context): Stream {
  const expression = node.expression;
  if (ts.isYieldExpression(expression)) return yielded(expression, cx);
  if (addsToSeen(expression)) return sequence([], cx, node);
  const assigned = assignmentOf(expression);
  if (assigned !== undefined && cx.isSettled(resolve(assigned.name))) return sequence([], cx, node);
  if (pushOf(expression) !== undefined) cx.report(mutation(cx.span(node), expression.getText()));
  else if (assigned !== undefined) cx.report(reassigned(assigned, cx));
  else if (cx.expression(expression).kind !== "invalid") cx.report(notAViolation(cx.span(node)));
  return sequence([], cx, node);
}

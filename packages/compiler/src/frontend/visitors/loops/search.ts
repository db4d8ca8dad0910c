import { type Expr, freeNames, type Iteration, literal, mayBeAbsent, optional, required } from "@policyc/ir";
import { either } from "../../build/either.js";
import { also, eachValue, index, not, some } from "../../build/nodes.js";
import type { Context, Opened } from "../../context.js";
import { continueFromInside, reassignment } from "../../diagnostics/flow.js";
import { exitsBeyond, exitsOf, isContinue, leavesInnerLoop, leftBy } from "../../syntax/left-by.js";
import { isLoop, type LoopStatement, turnOf } from "../../syntax/loops.js";
import { resolve } from "../../syntax/resolve.js";
import { oneOf } from "../../types/from-typescript.js";
import { ts } from "../../typescript.js";
import { chosenTruth, loopReaches } from "../statements/exits.js";
import { unsupportedStatement } from "../statements/unsupported-statement.js";
import { contentsOf, leaves, mayLeave, waysOf } from "../statements/ways.js";
import { assignmentsIn, blameless, isOfAround } from "../variables/accumulation.js";
import { assignmentOf } from "../variables/assignment.js";
import { assignmentsBelow, isDeclaredIn } from "../variables/assignments-below.js";
import { addsToSeen, fillsSeen } from "../variables/fills-seen.js";
import { changedBy, settledBy } from "../variables/own-variables.js";
import { openedBy, within } from "../variables/variables.js";
import { endOfTurn } from "./ends-of-turns.js";
import { openTurns, rowTurns, withoutIdlePosition } from "./turns.js";

/** A way out of statements: under which condition they return, and what. */
interface Exit {
  readonly when: Expr;
  readonly value: Expr;
}

/**
 * `for (…) { … return x; … }` in a function that returns a value: what the first turn that returns gives, or what
 * follows the loop.
 */
export function searchLoop(node: LoopStatement, cx: Context, rest: () => Expr): Expr {
  const inner = cx.insideSearch(node, rest).settling(blameless(node, cx));
  const rows = exitsOfRows(node, inner);
  if (rows !== undefined)
    return rows.reduceRight((others, { when, value }) => choose(when, value, others, cx.span(node)), rest());
  const found = listExit(node, inner);
  return found === undefined ? rest() : orElse(found, rest(), cx, node);
}

function orElse({ when, value }: Exit, otherwise: Expr, cx: Context, node: ts.Node): Expr {
  const first = firstFound(when, value);
  if (first === undefined) return choose(when, value, otherwise, cx.span(node));
  if (otherwise.kind === "absent") return first;
  const type = oneOf([required(first.type), otherwise.type]);
  return { kind: "coalesce", of: first, fallback: otherwise, type, span: cx.span(node) };
}

/** The element that the search gives, absent where it finds none: nobody has to ask first whether there is one. */
function firstFound(when: Expr, value: Expr): Expr | undefined {
  if (value.kind !== "index" || value.of.kind !== "collect" || mayBeAbsent(value.type)) return undefined;
  const isOfThisSearch = when.kind === "quantify" && value.of.where === when.where;
  return isOfThisSearch ? { ...value, type: optional(value.type) } : undefined;
}

function choose(test: Expr, then: Expr, otherwise: Expr, span: Expr["span"]): Expr {
  const areTruths = then.type.kind === "boolean" && otherwise.type.kind === "boolean";
  return areTruths ? chosenTruth(test, then, otherwise, span) : either(test, then, otherwise, span);
}

/** When a loop returns, and what its first such turn does. */
function loopExit(node: LoopStatement, cx: Context): Exit | undefined {
  const rows = exitsOfRows(node, cx);
  if (rows !== undefined)
    return rows.reduceRight<Exit | undefined>(
      (others, exit) => eitherExit(exit.when, exit, others, cx.span(node), true),
      undefined,
    );
  const isLeft = exitsOf(node).some((one) => ts.isBreakStatement(one) && leftBy(one) === node);
  // What later turns would have added to a set is not there after a break, and nobody could say so.
  return isLeft && !fillsSeen(node) ? exitOrBreak(node, cx) : listExit(node, cx);
}

/** The same of a loop in a turn that may end by a `break` as well: what the first turn does that leaves it. */
function exitOrBreak(node: LoopStatement, cx: Context): Exit | undefined {
  const exit = listExit(node, cx.insideLeft(node));
  const when = exit && loopReaches(node, exitsBeyond(node), cx);
  return when && { when, value: exit.value };
}

/** The same of a loop over a list. */
function listExit(node: LoopStatement, cx: Context): Exit | undefined {
  const turns = openTurns(node, fillsSeen(node) ? "turn" : undefined, cx);
  if (turns === undefined) {
    cx.report(reassignment(cx.span(ts.isExpressionStatement(node) ? node : (node.initializer ?? node))));
    return undefined;
  }
  const { iteration, where } = turns;
  const inner = turns.cx.insideTurn(node, { iteration, around: cx });
  const own = exitOf(turnOf(node), inner);
  const span = cx.span(node);
  if (own === undefined) return undefined;
  const exit = { ...own, when: also(where, own.when, span) };
  const asked = withoutIdlePosition(iteration, exit.when);
  return { when: some(asked, exit.when, span), value: firstOf(iteration, exit, cx, node) };
}

/** When each row of a table with functions in it returns, and what; nothing where the loop is over anything else. */
function exitsOfRows(node: LoopStatement, cx: Context): readonly Exit[] | undefined {
  return rowTurns(node, cx)?.flatMap(({ cx: inner, when }): readonly Exit[] => {
    const exit = exitOf(turnOf(node), inner);
    if (exit === undefined) return [];
    return [{ ...exit, when: also(when, exit.when, cx.span(node)) }];
  });
}

/** The value of the first turn that returns. */
function firstOf(iteration: Iteration, { when, value }: Exit, cx: Context, node: ts.Node): Expr {
  const span = cx.span(node);
  const free = freeNames(value);
  const isConstant = !free.has(iteration.binder.name) && !free.has(iteration.key?.name ?? "");
  if (isConstant) return value;
  const turns = withoutIdlePosition(iteration, when, value);
  const values: Expr = { ...eachValue(turns, value, span), where: when };
  const first = index(values, literal(0, span), optional(value.type), span);
  // Only read where a turn returns, so the list has a first element.
  return mayBeAbsent(value.type) ? first : { ...first, type: value.type };
}

function exitOf(nodes: readonly ts.Statement[], cx: Context): Exit | undefined {
  const [first, ...others] = nodes;
  if (first === undefined) return undefined;
  const span = cx.span(first);
  if (isContinue(first)) {
    if (leavesInnerLoop(first)) cx.report(continueFromInside(span));
    return undefined;
  }
  if (ts.isReturnStatement(first)) return { when: literal(true, span), value: cx.result([first]) };
  const after = ts.isBreakStatement(first) ? cx.afterBreak(first) : undefined;
  if (after !== undefined) return exitOf(after.statements, cx);
  const left = ts.isBreakStatement(first) ? cx.resultAfterBreak(first) : undefined;
  if (left !== undefined) return { when: literal(true, span), value: left };
  if (ts.isBreakStatement(first) && cx.isLeft(first)) return undefined;
  const inside = contentsOf(first);
  if (inside !== undefined) return exitOf([...inside, ...others], cx);
  if (ts.isVariableStatement(first)) return afterBound(openedBy(first, cx), others);
  if (ts.isIfStatement(first) || ts.isSwitchStatement(first)) {
    const settled = mayLeave(first, { byBreak: true }) ? undefined : settledBy(first, others, cx);
    if (settled !== undefined) return afterBound(settled, others);
    const inside = ts.isSwitchStatement(first) ? cx.insideSwitch(first, { statements: others }) : cx;
    return waysOf(first, cx).reduceRight<Exit | undefined>((otherwise, way) => {
      const exit = exitOf([...way.body, ...(leaves(way.body) ? [] : others)], inside);
      return way.test === undefined ? exit : eitherExit(way.test, exit, otherwise, cx.span(way.node));
    }, undefined);
  }
  const next = (): Exit | undefined => afterBound(changedBy(first, others, cx), others);
  const ends = isLoop(first) ? endOfTurn(first, cx) : undefined;
  if (ends !== undefined) return eitherExit(not(ends), exitOf(others, cx), undefined, span);
  if (isLoop(first) && changesTurnAlone(first)) return next();
  if (isLoop(first)) {
    const [inner, after] = [loopExit(first, cx.settling(ownOf(first))), next()];
    return inner === undefined ? after : eitherExit(inner.when, inner, after, span, true);
  }
  const isAdded = ts.isExpressionStatement(first) && addsToSeen(first.expression);
  if (ts.isFunctionDeclaration(first) || isAdded) return exitOf(others, cx);
  if (!isSettledHere(first, cx)) cx.report(unsupportedStatement(first, cx));
  return next();
}

/** Does it change a variable of the turn, or one that is not to blame for what nobody can say? */
function isSettledHere(node: ts.Statement, cx: Context): boolean {
  const assignment = ts.isExpressionStatement(node) ? assignmentOf(node.expression) : undefined;
  if (assignment === undefined) return false;
  return cx.isSettled(resolve(assignment.name)) || !isOfAround(assignment.name, node);
}

/** Does a loop in a turn change variables of that, and nothing else? */
function changesTurnAlone(node: LoopStatement): boolean {
  const changed = assignmentsIn(node) ?? [];
  return (
    changed.length > 0 && changed.every(({ name }) => !isOfAround(name, node) || isDeclaredIn(name, node))
  );
}

/** The variables of a turn that a loop in it changes: what they are after it is known by then. */
function ownOf(node: LoopStatement): readonly ts.Symbol[] {
  const own = assignmentsBelow(node).filter(({ name }) => !isOfAround(name, node));
  return own.flatMap(({ name }) => resolve(name) ?? []);
}

function eitherExit(
  test: Expr,
  then: Exit | undefined,
  otherwise: Exit | undefined,
  span: Expr["span"],
  always = false,
): Exit | undefined {
  if (then === undefined && otherwise === undefined) return undefined;
  const never = literal(false, span);
  const when = choose(
    test,
    always ? literal(true, span) : (then?.when ?? never),
    otherwise?.when ?? never,
    span,
  );
  if (then === undefined || otherwise === undefined)
    return { when, value: (then ?? otherwise)?.value ?? never };
  return {
    when,
    value: sameLiteral(then.value, otherwise.value)
      ? then.value
      : choose(test, then.value, otherwise.value, span),
  };
}

function sameLiteral(one: Expr, other: Expr): boolean {
  return one.kind === "literal" && other.kind === "literal" && one.value === other.value;
}

/** Names that a turn binds, both for the condition and for the value. */
function afterBound({ bound, inner }: Opened, others: readonly ts.Statement[]): Exit | undefined {
  const exit = exitOf(others, inner);
  return exit && { when: within(bound, exit.when), value: within(bound, exit.value) };
}

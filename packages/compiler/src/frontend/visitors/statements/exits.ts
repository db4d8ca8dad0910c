import { type Expr, literal, optional } from "@policyc/ir";
import { either } from "../../build/either.js";
import { also, eachValue, index, let_, logic, not, some } from "../../build/nodes.js";
import type { Context } from "../../context.js";
import { exitsBeyond, exitsOf, isLeaving, type LeavingStatement } from "../../syntax/left-by.js";
import { isLoop, type LoopStatement, turnOf } from "../../syntax/loops.js";
import { ts } from "../../typescript.js";
import { firstTurn } from "../loops/first-turn.js";
import { openTurns, rowTurns, withoutIdlePosition } from "../loops/turns.js";
import { assignmentOf } from "../variables/assignment.js";
import { addsToSeen } from "../variables/fills-seen.js";
import { afterChanges, settledBy } from "../variables/own-variables.js";
import { bindAll, openedBy } from "../variables/variables.js";
import { unsupportedStatement } from "./unsupported-statement.js";
import { contentsOf, leaves, mayLeave, openWaysOf } from "./ways.js";

/** When statements come to one of these exits; nothing where they never do. */
export function reaches(
  nodes: readonly ts.Statement[],
  exits: readonly LeavingStatement[],
  cx: Context,
): Expr | undefined {
  const [first, ...others] = nodes;
  if (first === undefined) return undefined;
  const span = cx.span(first);
  const after = ts.isBreakStatement(first) ? cx.afterBreak(first) : undefined;
  if (after !== undefined) return reaches(after.statements, exits, cx);
  if (isLeaving(first)) return exits.includes(first) ? literal(true, span) : undefined;
  const inside = contentsOf(first);
  if (inside !== undefined) return reaches([...inside, ...others], exits, cx);
  if (ts.isVariableStatement(first))
    return bindAll(openedBy(first, cx), (inner) => reaches(others, exits, inner));
  if (ts.isIfStatement(first) || ts.isSwitchStatement(first)) {
    const settled = mayLeave(first, { byBreak: true }) ? undefined : settledBy(first, others, cx);
    if (settled !== undefined) return bindAll(settled, (inner) => reaches(others, exits, inner));
    const within = ts.isSwitchStatement(first) ? cx.insideSwitch(first, { statements: others }) : cx;
    return openWaysOf(first, cx).reduceRight<Expr | undefined>((otherwise, { test, body, node }) => {
      const then = reaches([...body, ...(leaves(body) ? [] : others)], exits, within);
      return test === undefined ? then : oneOfWays(test, then, otherwise, cx.span(node));
    }, undefined);
  }
  const next = (): Expr | undefined =>
    afterChanges(first, others, cx, (inner) => reaches(others, exits, inner));
  if (isLoop(first)) return byLoopOrAfter(first, exits, next, cx);
  if (!saysOrSets(first)) cx.report(unsupportedStatement(first, cx));
  return next();
}

/** A statement that has nothing to do with the way that a turn goes. */
function saysOrSets(node: ts.Statement): boolean {
  if (ts.isFunctionDeclaration(node)) return true;
  const does = ts.isExpressionStatement(node) ? node.expression : undefined;
  if (does === undefined) return false;
  return ts.isYieldExpression(does) || addsToSeen(does) || assignmentOf(does) !== undefined;
}

/** A loop in a turn may come to the exits itself; what follows it does where the loop lets it go on. */
function byLoopOrAfter(
  node: LoopStatement,
  exits: readonly LeavingStatement[],
  next: () => Expr | undefined,
  cx: Context,
): Expr | undefined {
  const beyond = exitsBeyond(node);
  const own = beyond.filter((one) => exits.includes(one));
  const left = loopReaches(node, own, cx);
  const after = next();
  if (left === undefined && after === undefined) return undefined;
  const span = cx.span(node);
  const ends = own.length === beyond.length ? undefined : loopReaches(node, beyond, cx);
  const onwards = ends === undefined || after === undefined ? after : logic("and", [not(ends), after], span);
  const ways = [left, onwards].flatMap((way) => way ?? []);
  return logic("or", ways, span);
}

/** When the first turn of a loop that leaves it does so by one of these exits. */
export function loopReaches(
  node: LoopStatement,
  exits: readonly LeavingStatement[],
  cx: Context,
): Expr | undefined {
  if (exits.length === 0) return undefined;
  const all = exitsOf(node);
  const isAny = exits.length === all.length;
  const span = cx.span(node);
  const body = turnOf(node);
  const rows = rowTurns(node, cx);
  if (rows !== undefined)
    return rows.reduceRight<Expr | undefined>((others, { cx: inner, when }) => {
      const left = reaches(body, all, inner);
      if (left === undefined) return others;
      const by = isAny ? literal(true, span) : reaches(body, exits, inner);
      return oneOfWays(() => also(when, left, span), by, others, span);
    }, undefined);
  if (!isAny) return firstReaches(node, exits, cx);
  const turns = openTurns(node, undefined, cx);
  const left = turns === undefined ? undefined : reaches(body, all, turns.cx);
  if (turns === undefined || left === undefined) return undefined;
  const where = also(turns.where, left, span);
  return some(withoutIdlePosition(turns.iteration, where), where, span);
}

/** What the first turn does that leaves a loop: it is that of an element, or one of which more is known. */
function firstReaches(
  node: LoopStatement,
  exits: readonly LeavingStatement[],
  cx: Context,
): Expr | undefined {
  const span = cx.span(node);
  const body = turnOf(node);
  const all = exitsOf(node);
  const first = firstTurn(node, (inner) => reaches(body, all, inner), cx);
  if (first !== undefined) {
    const by = reaches(body, exits, first.cx);
    return by && let_(first.binder, first.value, logic("and", [first.found, by], span), span);
  }
  const turns = openTurns(node, undefined, cx);
  if (turns === undefined) return undefined;
  const [left, by] = [reaches(body, all, turns.cx), reaches(body, exits, turns.cx)];
  if (left === undefined || by === undefined) return undefined;
  const where = also(turns.where, left, span);
  const ends: Expr = { ...eachValue(withoutIdlePosition(turns.iteration, where, by), by, span), where };
  const end = index(ends, literal(0, span), optional(by.type), span);
  return { kind: "coalesce", of: end, fallback: literal(false, span), type: by.type, span };
}

function oneOfWays(
  test: () => Expr,
  then: Expr | undefined,
  otherwise: Expr | undefined,
  span: Expr["span"],
): Expr | undefined {
  if (then === undefined && otherwise === undefined) return undefined;
  const never = literal(false, span);
  return chosenTruth(test(), then ?? never, otherwise ?? never, span);
}

/** `test ? then : otherwise` of truths, said as logic where one of them is known. */
export function chosenTruth(test: Expr, then: Expr, otherwise: Expr, span: Expr["span"]): Expr {
  if (isLiteral(then, true)) return isLiteral(otherwise, false) ? test : logic("or", [test, otherwise], span);
  if (isLiteral(then, false))
    return isLiteral(otherwise, true) ? not(test, span) : logic("and", [not(test, span), otherwise], span);
  if (isLiteral(otherwise, false)) return logic("and", [test, then], span);
  if (isLiteral(otherwise, true)) return logic("or", [not(test, span), then], span);
  return either(test, then, otherwise, span);
}

function isLiteral(expr: Expr, value: boolean): boolean {
  return expr.kind === "literal" && expr.value === value;
}

import { booleanType, type Expr } from "@policyc/ir";
import { conditional, logic, not } from "../../build/nodes.js";
import type { Context } from "../../context.js";
import { isContinue, leavesInnerLoop, leftBy, loopsLeftBy } from "../../syntax/left-by.js";
import { isLoop, type LoopStatement, turnOf } from "../../syntax/loops.js";
import { resolve } from "../../syntax/resolve.js";
import { ancestorsOf, descendantsOf, isA, isIn, previousSiblingOf } from "../../syntax/tree.js";
import { ts } from "../../typescript.js";
import { endOfTurn, endsTurn } from "../loops/ends-of-turns.js";
import { openTurns, type RowTurn, rowTurns, withoutIdlePosition } from "../loops/turns.js";
import { contentsOf, leaves, mayLeave, openWaysOf } from "../statements/ways.js";
import { type Assignment, assignmentOf, guardedAssignmentOf, type Step } from "./assignment.js";
import { assignmentsBelow, assignmentsOf, readsWhatChanges } from "./assignments-below.js";
import { bestElement, readsWhatItChanges } from "./best-element.js";
import { type BestSoFar, bestSoFar, ofTheBest } from "./best-so-far.js";
import { type Combination, combinationOf, type LoopEnd } from "./combinations.js";
import { fillsSeen } from "./fills-seen.js";
import { changedBy } from "./own-variables.js";
import { putIntoSeen } from "./seen-maps.js";
import { addedToSeen } from "./seen-sets.js";
import { isAskedBefore, setOnce } from "./set-once.js";
import { bindAll, openedBy } from "./variables.js";

/** What a variable is after a loop that only counts, sums, finds or collects. */
export function afterLoop(node: LoopStatement, of: ts.Symbol, before: Expr, cx: Context): Expr | undefined {
  const steps = stepsOf(node, of);
  const end = endOf(node, of);
  const found = bestElement(node, of, before, cx);
  if (found !== undefined) return found;
  const own = assignmentsOf(node, of);
  const best = end === "last" ? bestSoFar(own) : undefined;
  if (best !== undefined) return afterBest(best, { node, of, before, cx });
  const isKnown = steps !== undefined && end !== undefined;
  const combination = !isKnown
    ? undefined
    : own.some((one) => isAskedBefore(one, node) && !isKnownTruth(one, before))
      ? setOnce(own, { loop: node, before, end })
      : combinationOf(steps, before, { name: of.name, end });
  if (combination === undefined || readsWhatItChanges(node) || leavesAnywhere(node)) return undefined;
  const all = ofLoop(node, of, combination, cx);
  return all === undefined ? undefined : combination.after(before, all, node, cx);
}

interface Changed {
  readonly node: LoopStatement;
  readonly of: ts.Symbol;
  readonly before: Expr;
  readonly cx: Context;
}

/** `if (n > most) { most = n; best = x; }`. */
function afterBest(best: BestSoFar, { node, of, before, cx }: Changed): Expr | undefined {
  const symbol = resolve(best.most.name);
  const most = symbol === undefined ? undefined : cx.scope.get(symbol);
  // What raises it elsewhere would be beaten as well.
  const isAlone = symbol !== undefined && assignmentsOf(node, symbol).length === 1;
  if (!isAlone || most?.kind !== "value") return undefined;
  const greatest = afterLoop(node, symbol, most.value, cx);
  if (greatest === undefined) return undefined;
  const how = ofTheBest(best, of.name, greatest, cx);
  const all = ofLoop(node, of, how, cx);
  return all === undefined ? undefined : how.after(before, all, node, cx);
}

/** Does each turn of a statement add what it adds by these, whatever the statement does beside that? */
export function addsAll(node: ts.Statement, by: readonly ts.Node[]): boolean {
  const loops = [node, ...descendantsOf(node, ts.isStatement)].filter(isLoop);
  const isCutShort = descendantsOf(node, ts.isBreakStatement).some((leave) =>
    loopsLeftBy(leave).some((loop) => by.some((one) => isIn(one, loop))),
  );
  return !isCutShort && !leavesAnywhere(node) && !loops.some((one) => readsWhatChanges(one));
}

/** Does a turn go on with a loop around it, otherwise than by a loop that only asks whether? */
function leavesAnywhere(node: ts.Statement): boolean {
  const leaving = descendantsOf(node, isContinue).filter(leavesInnerLoop);
  return !leaving.every(endsTurn);
}

/** `if (!found && …) found = true;`: to set it again makes no difference. */
function isKnownTruth({ step }: Assignment, before: Expr): boolean {
  return before.type.kind === "boolean" && step?.kind === "set" && step.to !== undefined;
}

function stepsOf(node: LoopStatement, of: ts.Symbol): readonly Step[] | undefined {
  const assignments = assignmentsOf(node, of);
  const steps = assignments.flatMap(({ step }) => (step === undefined ? [] : [step]));
  return steps.length === assignments.length ? steps : undefined;
}

/**
 * Whether the loop goes on after it has set the variable. `undefined` where it leaves at another point: the turns after
 * that one would count.
 */
function endOf(node: LoopStatement, of: ts.Symbol): LoopEnd | undefined {
  const breaks = breaksBeside(node, of);
  if (breaks.length === 0) return "last";
  // What a later turn would have added to a set is not there for the next turns of the loop around.
  const isSeenAround =
    fillsSeen(node) && ancestorsOf(node).some((around) => isLoop(around) && fillsSeen(around));
  if (isSeenAround) return undefined;
  const set = breaks.flatMap((leave) => assignedBefore(leave).filter(({ name }) => resolve(name) === of));
  if (set.length < breaks.length || !set.every(({ step }) => step?.kind === "set")) return undefined;
  const all = assignmentsBelow(node).filter(({ name }) => resolve(name) === of).length;
  return all === breaks.length && breaks.every((leave) => leftBy(leave) === node) ? "first" : "any";
}

/** Those that end turns which would change the variable: another loop in a turn may be left. */
function breaksBeside(node: LoopStatement, of: ts.Symbol): readonly ts.BreakStatement[] {
  return descendantsOf(node, ts.isBreakStatement).filter((leave) =>
    loopsLeftBy(leave).some((loop) => assignmentsOf(loop, of).length > 0),
  );
}

/** The assignments that stand directly before a statement. */
function assignedBefore(node: ts.Node): readonly Assignment[] {
  const before = previousSiblingOf(node);
  const assignment = isA(ts.isExpressionStatement, before) ? assignmentOf(before.expression) : undefined;
  return before === undefined || assignment === undefined ? [] : [assignment, ...assignedBefore(before)];
}

/** What all turns of a loop add. */
export function ofLoop(node: LoopStatement, of: ts.Symbol, how: Combination, cx: Context): Expr | undefined {
  const rows = rowTurns(node, cx);
  if (rows !== undefined) return ofRows(node, rows, { of, how, cx });
  const turns = openTurns(node, fillsSeen(node) ? "turn" : undefined, cx);
  if (turns === undefined) return undefined;
  const { iteration, where } = turns;
  const inner = turns.cx.insideTurn(node, { iteration, around: cx });
  const own = ofStatements(turnOf(node), of, how, inner);
  if (own === undefined) return undefined;
  const span = cx.span(node);
  const turn = where === undefined ? own : chosen(where, own, how.nothing(span), span);
  return how.each(withoutIdlePosition(iteration, turn), turn, span);
}

/** What the rows of a table with functions in it add, one after the other. */
function ofRows(node: LoopStatement, rows: readonly RowTurn[], { of, how, cx }: Adding): Expr | undefined {
  const span = cx.span(node);
  const [first, ...others] = rows.flatMap(({ cx: inner, when }) => {
    const own = ofStatements(turnOf(node), of, how, inner);
    if (own === undefined) return [];
    return when === undefined ? own : chosen(when, own, how.nothing(span), span);
  });
  return first && others.reduce<Expr>((before, own) => how.both(before, own, node, cx), first);
}

/** What a turn adds, in a context that sees its names. */
export function ofStatements(
  nodes: readonly ts.Statement[],
  of: ts.Symbol,
  how: Combination,
  cx: Context,
): Expr | undefined {
  const [first, ...others] = nodes;
  const switched = isA(ts.isBreakStatement, first) ? cx.afterBreak(first) : undefined;
  if (switched !== undefined) return ofStatements(switched.statements, of, how, cx);
  if (first === undefined || isContinue(first) || ts.isBreakStatement(first)) return undefined;
  const inside = contentsOf(first);
  if (inside !== undefined) return ofStatements([...inside, ...others], of, how, cx);
  if (ts.isVariableStatement(first))
    return bindAll(openedBy(first, cx), (inner) => ofStatements(others, of, how, inner));
  const isChoice = ts.isIfStatement(first) || ts.isSwitchStatement(first);
  if (isChoice && guardedAssignmentOf(first) === undefined) {
    const byBreak = ts.isIfStatement(first);
    const mayEnd = openWaysOf(first, cx).some(({ body }) => body.some((one) => mayLeave(one, { byBreak })));
    const settled = mayEnd ? undefined : cx.seenAfter(first, others);
    if (settled === undefined) return ofChoice(first, others, { of, how, cx });
    const own = ofChoice(first, [], { of, how, cx });
    return together(own, others, first, { of, how, cx }, settled);
  }
  const ends = isLoop(first) ? endOfTurn(first, cx) : undefined;
  if (ends !== undefined) {
    const turn = ofStatements(others, of, how, cx);
    const { span } = ends;
    return turn === undefined ? undefined : chosen(not(ends), turn, how.nothing(span), span);
  }
  const own = isLoop(first) ? ofLoop(first, of, how, cx) : ofAssignment(first, of, how, cx);
  return together(own, others, first, { of, how, cx });
}

interface Adding {
  readonly of: ts.Symbol;
  readonly how: Combination;
  readonly cx: Context;
}

/** What a statement adds, and what those after it add. */
function together(
  own: Expr | undefined,
  others: readonly ts.Statement[],
  node: ts.Statement,
  { of, how, cx }: Adding,
  seen = changedBy(node, others, cx),
): Expr | undefined {
  const after = bindAll(seen, (inner) => ofStatements(others, of, how, inner));
  return own === undefined ? after : after === undefined ? own : how.both(own, after, node, cx);
}

/** What is added by the way that is taken, and by what follows where it goes on. */
function ofChoice(
  node: ts.IfStatement | ts.SwitchStatement,
  others: readonly ts.Statement[],
  { of, how, cx }: Adding,
): Expr | undefined {
  const span = cx.span(node);
  const inside = ts.isSwitchStatement(node) ? cx.insideSwitch(node, { statements: others }) : cx;
  const ways = openWaysOf(node, cx).map(({ test, body }) => ({
    test,
    turn: ofStatements([...body, ...(leaves(body) ? [] : others)], of, how, inside),
  }));
  if (ways.every(({ turn }) => turn === undefined)) return undefined;
  return ways.reduceRight<Expr>(
    (otherwise, { test, turn = how.nothing(span) }) =>
      test === undefined ? turn : chosen(test(), turn, otherwise, span),
    how.nothing(span),
  );
}

function ofAssignment(node: ts.Statement, of: ts.Symbol, how: Combination, cx: Context): Expr | undefined {
  const seenNow = ts.isExpressionStatement(node) ? addedToSeen(node.expression) : undefined;
  if (seenNow?.set.symbol === of)
    return how.one({ kind: "append", by: [seenNow.filling.value] }, cx, cx.span(node));
  const seen = ts.isExpressionStatement(node) ? putIntoSeen(node.expression) : undefined;
  if (seen?.map.symbol === of) return how.one({ kind: "put", put: seen.filling.put }, cx, cx.span(node));
  const assignment = ts.isExpressionStatement(node)
    ? assignmentOf(node.expression)
    : guardedAssignmentOf(node);
  if (assignment?.step === undefined || resolve(assignment.name) !== of) return undefined;
  const { step, within, when } = assignment;
  const [inner, span] = [within?.(cx) ?? cx, cx.span(node)];
  const added = how.one(step, inner, span);
  if (when === undefined || added === undefined) return added;
  return chosen(inner.condition(when), added, how.nothing(span), span);
}

/** One of two that turns add. */
export function chosen(test: Expr, then: Expr, otherwise: Expr, span: Expr["span"]): Expr {
  // An empty list does not say of what.
  const { type } = then.kind === "list" && then.items.length === 0 ? otherwise : then;
  if (type.kind !== "boolean") return conditional(test, then, otherwise, type, span);
  const isNever = (expr: Expr): boolean => expr.kind === "literal" && expr.value === false;
  const isAlways = (expr: Expr): boolean => expr.kind === "literal" && expr.value === true;
  if (isNever(otherwise)) return isAlways(then) ? test : logic("and", [test, then], span);
  if (isNever(then)) return logic("and", [not(test, span), otherwise], span);
  return conditional(test, then, otherwise, booleanType, span);
}

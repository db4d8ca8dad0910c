import type { Expr } from "@policyc/ir";
import { either } from "../../build/either.js";
import type { Context, Opened } from "../../context.js";
import type { Value } from "../../scope.js";
import { functionAround } from "../../syntax/function-around.js";
import { isContinue } from "../../syntax/left-by.js";
import { isLoop, turnAround, turnOf } from "../../syntax/loops.js";
import { resolve } from "../../syntax/resolve.js";
import { ancestorsOf, isA, isConst, isLet } from "../../syntax/tree.js";
import { declaringNodes } from "../../types/symbols.js";
import { ts } from "../../typescript.js";
import { contentsOf, mayLeave, openWaysOf, statementsIn } from "../statements/ways.js";
import { type Assignment, assignmentOf } from "./assignment.js";
import { isDeclaredIn, lastingIn, readsWhatChanges } from "./assignments-below.js";
import { readsWhatItChanges } from "./best-element.js";
import { isOfFilledMap } from "./filled-maps.js";
import { afterFilling, seenFilled } from "./filling.js";
import { addsToSeen, filledIn } from "./fills-seen.js";
import { afterLoop } from "./loop-changes.js";
import { isOfPushingFunction } from "./pushing-functions.js";
import { runningIn } from "./running.js";
import { namesReadBy } from "./variable-uses.js";
import { bindAll, type Change, openedBy, withValues } from "./variables.js";

/**
 * The new values of the `let`s that a statement changes, where that is all it does: an assignment, a choice between
 * assignments, or a loop that counts, sums, finds or collects. `undefined` where it does anything else.
 */
export function changes(node: ts.Statement, cx: Context): readonly Change[] | undefined {
  const written = assignmentsIn(node)?.filter(({ name }) => !isDeclaredIn(name, node));
  const isFilling = filledIn(node).length > 0;
  if (written === undefined || (written.length === 0 && !isFilling)) return undefined;
  const assignments = written.filter(({ name }) => !cx.isSettled(resolve(name)));
  if (assignments.length === 0) return mayLeave(node, { byBreak: true }) ? undefined : [];
  return changesBy(assignments, node, cx);
}

/**
 * The same for a choice or loop that also yields, whatever those variables are: they are counted by themselves, as long
 * as nothing in the statement reads them, and nothing else changes in it.
 */
export function changesBeside(node: ts.Statement, cx: Context): readonly Change[] | undefined {
  const lasting = lastingIn(node);
  const assignments = lasting.filter(({ name }) => !cx.isSettled(resolve(name)));
  const isSimple = lasting.every((one) => isStatementOf(one, node));
  if (assignments.length === 0 || !isSimple || readsWhatItChanges(node)) return undefined;
  return changesBy(assignments, node, cx);
}

/** Does the statement make this assignment by a statement in it, and not a function that is called there? */
function isStatementOf({ node: written }: Assignment, node: ts.Statement): boolean {
  return ts.isExpressionStatement(written.parent) && functionAround(written) === functionAround(node);
}

/**
 * What later statements see of the variables that one changes, whatever else it does: those of the same turn or body,
 * as far as they are read there. `undefined` where nobody can say what they are.
 */
export function seenAfter(
  node: ts.Statement,
  later: readonly ts.Statement[],
  cx: Context,
): Opened | undefined {
  const own = lastingIn(node).filter(({ name }) => !cx.isSettled(resolve(name)) && !lasts(name, node, cx));
  const filled = later.length === 0 ? [] : seenFilled(node, cx);
  if (own.length === 0) return withValues(filled, cx);
  if (
    !own.every((one) => isStatementOf(one, node)) ||
    (isLoop(node) && readsWhatChanges(node) && runningIn(node).length === 0)
  )
    return undefined;
  const read = own.filter(({ name }) => later.some((one) => isReadIn(one, name)));
  const changed = changesBy(read, node, cx);
  return changed === undefined ? undefined : withValues([...changed, ...filled], cx);
}

/** Does a statement read a variable, other than to give it a new value? */
function isReadIn(node: ts.Statement, name: ts.Identifier): boolean {
  const symbol = resolve(name);
  return namesReadBy(node).some((one) => {
    if (one.getText() !== name.getText() || resolve(one) !== symbol || isOfPushingFunction(one)) return false;
    return !ancestorsOf(one).some((around) => {
      const set = ts.isExpression(around) ? assignmentOf(around)?.name : undefined;
      return set !== undefined && resolve(set) === symbol;
    });
  });
}

/** The variables that are not to blame where nobody can say what a statement changes. */
export function blameless(node: ts.Statement, cx: Context): readonly ts.Symbol[] {
  // Each of these that is left is blamed where it is assigned to: what is declared in the statement may be right there.
  const lasting = lastingIn(node);
  const symbols = [...new Set(lasting.flatMap(({ name }) => resolve(name) ?? []))];
  const read = symbols.filter((symbol) => readsWhatChanges(node, symbol));
  const isKnown = (symbol: ts.Symbol): boolean => {
    const before = cx.scope.get(symbol);
    const [{ name } = {}] = lasting.filter((one) => resolve(one.name) === symbol);
    if (before?.kind !== "value" || name === undefined || lasts(name, node, cx)) return false;
    return changedTo(node, name, before, cx) !== undefined;
  };
  const fine = symbols.filter((symbol) => (read.length > 0 ? !read.includes(symbol) : isKnown(symbol)));
  return fine.length < symbols.length ? fine : [];
}

/** Does the statement change variables that go on after it? */
export function changesWhatLasts(node: ts.Statement, cx: Context): boolean {
  return lastingIn(node).some(({ name }) => !cx.isSettled(resolve(name)));
}

function changesBy(
  assignments: readonly Assignment[],
  node: ts.Statement,
  cx: Context,
): readonly Change[] | undefined {
  const variables = new Map(assignments.map(({ name }) => [resolve(name), name]));
  const changed: Change[] = [];
  for (const [symbol, name] of variables) {
    const before = symbol === undefined ? undefined : cx.scope.get(symbol);
    if (symbol === undefined || before?.kind !== "value" || lasts(name, node, cx)) return undefined;
    const after = changedTo(node, name, before, cx);
    if (after === undefined) return undefined;
    changed.push({ name, meaning: after });
  }
  return changed;
}

function changedTo(node: ts.Statement, name: ts.Identifier, before: Value, cx: Context): Value | undefined {
  const symbol = resolve(name);
  if (symbol === undefined) return undefined;
  if (isOfFilledMap(name)) return afterFilling(node, symbol, before, cx);
  const value = afterStatement(node, symbol, before.value, cx);
  return value && { kind: "value", value };
}

/** Would what the statement makes of it be there in the next turn, and is it not known when that begins? */
function lasts(variable: ts.Identifier, node: ts.Statement, cx: Context): boolean {
  const around = turnAround(node);
  const running = isA(isLoop, around) ? cx.turnOf(around)?.running : undefined;
  const symbol = resolve(variable);
  return isOfAround(variable, node) && !(symbol !== undefined && running?.includes(symbol));
}

/** Does the variable belong to something around the loop or function that the statement is in? There it would last. */
export function isOfAround(variable: ts.Identifier, node: ts.Statement): boolean {
  const around = turnAround(node);
  const [declaration] = declaringNodes(resolve(variable));
  return around !== undefined && (declaration === undefined || !ancestorsOf(declaration).includes(around));
}

/** The assignments of a statement; `undefined` where it does more than that. */
export function assignmentsIn(node: ts.Statement): readonly Assignment[] | undefined {
  if (ts.isExpressionStatement(node) && !isLoop(node)) {
    if (addsToSeen(node.expression)) return [];
    const assignment = assignmentOf(node.expression);
    return assignment === undefined ? undefined : [assignment];
  }
  if (isContinue(node) || ts.isBreakStatement(node)) return [];
  if (ts.isVariableStatement(node)) return isConst(node) || isLet(node) ? [] : undefined;
  const parts = partsOf(node)?.map(assignmentsIn);
  return parts === undefined || parts.includes(undefined) ? undefined : parts.flatMap((part) => part ?? []);
}

function partsOf(node: ts.Statement): readonly ts.Statement[] | undefined {
  const inside = contentsOf(node);
  if (inside !== undefined) return inside;
  if (isLoop(node)) return turnOf(node);
  if (ts.isSwitchStatement(node)) return node.caseBlock.clauses.flatMap((clause) => clause.statements);
  return ts.isIfStatement(node)
    ? [node.thenStatement, node.elseStatement].flatMap((part) =>
        part === undefined ? [] : statementsIn(part),
      )
    : undefined;
}

/** What a variable is after a statement; `undefined` where that cannot be said. */
function afterStatement(node: ts.Statement, of: ts.Symbol, before: Expr, cx: Context): Expr | undefined {
  if (isLoop(node)) return afterLoop(node, of, before, cx);
  if (ts.isExpressionStatement(node)) return afterAssignment(assignmentOf(node.expression), of, before, cx);
  const inside = contentsOf(node);
  if (inside !== undefined) return afterAll(inside, of, before, cx);
  if (!ts.isIfStatement(node) && !ts.isSwitchStatement(node)) return undefined;
  const ways = openWaysOf(node, cx).map((way) => ({ ...way, value: afterAll(way.body, of, before, cx) }));
  if (ways.every(({ value }) => value === before)) return before;
  if (ways.some(({ value }) => value === undefined)) return undefined;
  return ways.reduceRight<Expr>((otherwise, { test, value = before, node: way }) => {
    if (test === undefined) return value;
    const span = cx.span(way);
    return appendedWhere(test, [value, otherwise], before, span) ?? either(test(), value, otherwise, span);
  }, before);
}

/** `if (test) names.push(x)` is `[...names, ...(test ? [x] : [])]`: what was there before stands once. */
function appendedWhere(
  test: () => Expr,
  [then, otherwise]: readonly [Expr, Expr],
  before: Expr,
  span: Expr["span"],
): Expr | undefined {
  const [one, other] = [addedTo(before, then), addedTo(before, otherwise)];
  if (one === undefined || other === undefined || then.kind !== "list") return undefined;
  // What is begun with may be an empty list, which does not say of what.
  const { type } = then === before ? otherwise : then;
  const chosen: Expr = { kind: "conditional", test: test(), then: one, else: other, type, span };
  return { ...then, items: [before, chosen].map((value) => ({ spread: true, value })), type, span };
}

/** What a list that begins with another adds to it. */
function addedTo(before: Expr, after: Expr): Expr | undefined {
  if (after === before) return { kind: "list", items: [], type: before.type, span: before.span };
  const [first, ...added] = after.kind === "list" ? after.items : [];
  if (after.kind !== "list" || first === undefined || !first.spread) return undefined;
  return isSameList(first.value, before) ? { ...after, items: added } : undefined;
}

function isSameList(one: Expr, other: Expr): boolean {
  if (one.kind === "local") return other.kind === "local" && one.name === other.name;
  return one === other || (one.kind === "list" && other.kind === "list" && one.items === other.items);
}

function afterAll(
  nodes: readonly ts.Statement[],
  of: ts.Symbol,
  before: Expr,
  cx: Context,
): Expr | undefined {
  const [first, ...others] = nodes;
  if (first === undefined) return before;
  if (ts.isVariableStatement(first))
    return bindAll(openedBy(first, cx), (inner) => afterAll(others, of, before, inner));
  const value = afterStatement(first, of, before, cx);
  const seen = value === undefined ? undefined : seenAfter(first, others, cx);
  return seen && value && bindAll(seen, (inner) => afterAll(others, of, value, inner));
}

function afterAssignment(
  assignment: Assignment | undefined,
  of: ts.Symbol,
  before: Expr,
  cx: Context,
): Expr | undefined {
  if (assignment === undefined || resolve(assignment.name) !== of) return before;
  return assignment.value(cx.binding(assignment.name, { kind: "value", value: before }));
}

import { defect } from "@policyc/diagnostics";
import { type Expr, literal, optional, required, type Stream, substitute } from "@policyc/ir";
import { also, compare, eachValue, index, inOrder, local, logic, not, present, some } from "../build.js";
import type { Context } from "../context.js";
import { isLeaving, leftBy, loopsLeftBy } from "../left-by.js";
import { countedElement, countingOf, isLoop, type LoopStatement } from "../loops.js";
import { resolve } from "../resolve.js";
import { descendantsOf, isA } from "../syntax.js";
import { isGenerator } from "../types/generated.js";
import { ts } from "../typescript.js";
import { changesWhatLasts } from "./accumulation.js";
import { bare } from "./bare.js";
import { elementName } from "./element-name.js";
import { declaredBy, givesPairs } from "./iteration.js";
import { destructure } from "./patterns.js";
import { isYield, leavingTurn } from "./search.js";
import { fillsSeenSet } from "./seen-sets.js";
import { openTurns, rowTurns, withoutIdlePosition } from "./turns.js";
import { contentsOf, leaves, openWaysOf, statementsIn } from "./ways.js";
import { closureOf } from "./written.js";

/** A loop that yields, and that a turn may leave. */
interface LeftLoop {
  readonly node: LoopStatement;
  readonly turn: (cx: Context) => Stream;
  /** What stands behind the loop. */
  readonly next: (cx: Context) => Stream;
  /** Does a turn that leaves the loop leave what stands behind it as well, by `return` or a label? */
  readonly isBeyond: boolean;
}

/**
 * `for (…) { if (bad(c)) { yield violation(…); break; } }`, then what stands behind it. Nothing where no turn leaves the
 * loop, or where its turns do more than to say something.
 */
export function leftLoop(
  node: LoopStatement,
  cx: Context,
  turn: LeftLoop["turn"],
  next: LeftLoop["next"],
): Stream | undefined {
  const exits = descendantsOf(node, isExit).filter((one) => loopsLeftBy(one).includes(node));
  const beyond = exits.filter((one) => !ts.isBreakStatement(one) || leftBy(one) !== node);
  if (exits.length === 0 || (beyond.length > 0 && beyond.length < exits.length)) return undefined;
  if (changesWhatLasts(node, cx) || fillsSeenSet(node) || isOverGenerated(node, cx)) return undefined;
  const loop = { node, turn, next, isBeyond: beyond.length > 0 };
  const isFirst = saysWhereItLeaves(statementsIn(node.statement), node, cx);
  const rows = ofRows(loop, isFirst, cx);
  if (rows !== undefined) return rows;
  return isFirst && !isAskedForPosition(node, cx) ? ofFirst(loop, cx) : untilLeft(loop, cx);
}

function isExit(node: ts.Node): node is ts.ReturnStatement | ts.BreakStatement | ts.ContinueStatement {
  return ts.isReturnStatement(node) || ts.isBreakStatement(node) || ts.isContinueStatement(node);
}

function isOverGenerated(node: LoopStatement, cx: Context): boolean {
  const source = ts.isForOfStatement(node) ? bare(node.expression) : undefined;
  const closure = isA(ts.isCallExpression, source) ? closureOf(source.expression, cx) : undefined;
  return closure !== undefined && isGenerator(closure.node);
}

/** Does a turn that goes on say nothing? Then the loop says what the first turn does that leaves it. */
function saysWhereItLeaves(
  nodes: readonly ts.Statement[],
  loop: LoopStatement,
  cx: Context,
  said = false,
): boolean {
  const [first, ...others] = nodes;
  if (first === undefined) return !said;
  if (isLeaving(first)) {
    if (ts.isBreakStatement(first) && !isLoop(leftBy(first))) return false;
    return !said || loopsLeftBy(first).includes(loop);
  }
  const inside = contentsOf(first);
  if (inside !== undefined) return saysWhereItLeaves([...inside, ...others], loop, cx, said);
  if (ts.isIfStatement(first) || ts.isSwitchStatement(first))
    return openWaysOf(first, cx).every(({ body }) =>
      saysWhereItLeaves([...body, ...(leaves(body) ? [] : others)], loop, cx, said),
    );
  if (isLoop(first) && !saysWhereItLeaves(statementsIn(first.statement), loop, cx)) return false;
  return saysWhereItLeaves(others, loop, cx, said || isYield(first));
}

/** Is it asked where in the list a turn is, otherwise than for the element there? */
function isAskedForPosition(node: LoopStatement, cx: Context): boolean {
  if (ts.isForOfStatement(node)) return givesPairs(node.expression, cx);
  const position = countingOf(node)?.name;
  const symbol = position === undefined ? undefined : resolve(position);
  return descendantsOf(node.statement, ts.isIdentifier)
    .filter((one) => one.getText() === position?.getText() && resolve(one) === symbol)
    .some((one) => {
      const access = one.parent;
      const isElement = ts.isElementAccessExpression(access) && access.argumentExpression === one;
      return !isElement || countedElement(access.expression, one) !== node;
    });
}

/** What the first turn says that leaves the loop. */
function ofFirst({ node, turn, next, isBeyond }: LeftLoop, cx: Context): Stream | undefined {
  const turns = openTurns(node, undefined, cx);
  if (turns === undefined || required(turns.iteration.over.type).kind !== "list") return undefined;
  const leftBy = leavingTurn(node, turns.cx);
  if (leftBy === undefined) return undefined;
  const span = cx.span(node);
  const where = also(turns.where, leftBy, span);
  const iteration = withoutIdlePosition(turns.iteration, where);
  const { type } = iteration.binder;
  const name = cx.names.unique(firstNamed(node));
  const all: Expr = { ...eachValue(iteration, local(iteration.binder, span), span), where };
  const value = index(all, literal(0, span), optional(type), span);
  const inner = atElement(node, { name, type }, cx);
  const then = assumed(turn(inner), leavingTurn(node, inner));
  const when = present(local({ name, type: optional(type) }, span));
  const bound = (body: Stream): Stream => ({
    kind: "bind",
    binder: { name, type: optional(type) },
    value,
    body,
    span,
  });
  return isBeyond
    ? bound({ kind: "branch", test: when, then, else: next(cx), span })
    : inOrder([bound({ kind: "guard", when, then, span }), next(cx)], span);
}

/** `firstVolume`: by the author's name, where that says more than `v`. */
function firstNamed(node: LoopStatement): string {
  const pattern = ts.isForOfStatement(node) ? declaredBy(node)?.name : undefined;
  const own = isA(ts.isIdentifier, pattern) && pattern.getText().length > 2 ? pattern.getText() : undefined;
  const element = own ?? elementName(sourceOf(node));
  return `first${element.charAt(0).toUpperCase()}${element.slice(1)}`;
}

function sourceOf(node: LoopStatement): ts.Expression {
  if (ts.isForOfStatement(node)) return node.expression;
  const [counter] = descendantsOf(node.initializer, ts.isExpression);
  return countingOf(node)?.list ?? counter ?? defect("a loop without a counter");
}

/** Inside of the turn of an element that has a name. */
function atElement(node: LoopStatement, binder: { name: string; type: Expr["type"] }, cx: Context): Context {
  const inner = cx.insideLoop().insideLeft(node);
  if (ts.isForOfStatement(node)) {
    const pattern = declaredBy(node)?.name;
    return pattern === undefined ? inner : destructure(pattern, local(binder, cx.span(node)), inner);
  }
  const over = local(binder, cx.span(node));
  return inner.insideTurn(node, { iteration: { over, binder }, around: cx });
}

/** What is said where it is known that a condition holds. */
function assumed(stream: Stream, condition: Expr | undefined): Stream {
  if (condition === undefined) return stream;
  if (stream.kind === "guard") {
    const known = conditionsOf(condition).map(written);
    const isKnown = conditionsOf(stream.when).every((one) => known.includes(written(one)));
    return isKnown ? assumed(stream.then, condition) : stream;
  }
  if (stream.kind !== "bind") return stream;
  const isBound = condition.kind === "let" && written(condition.value) === written(stream.value);
  const inner = isBound
    ? substitute(condition.body, new Map([[condition.binder.name, local(stream.binder, stream.span)]]))
    : condition;
  return { ...stream, body: assumed(stream.body, inner) };
}

function conditionsOf(condition: Expr): readonly Expr[] {
  return condition.kind === "logic" && condition.operator === "and" ? condition.operands : [condition];
}

/** The same for what reads the same: the names that a loop inside binds are its own, so that no two of them do. */
function written(expr: Expr): string {
  return JSON.stringify(expr, (field, value: unknown) => (field === "span" ? undefined : value));
}

/** All turns up to the first one that leaves the loop. */
function untilLeft({ node, turn, next, isBeyond }: LeftLoop, cx: Context): Stream | undefined {
  const span = cx.span(node);
  const [turns, before] = [openTurns(node, "unnamed", cx), openTurns(node, "unnamed", cx)];
  const [key, earlierKey] = [turns?.iteration.key, before?.iteration.key];
  if (turns === undefined || before === undefined || key === undefined || earlierKey === undefined)
    return undefined;
  if (required(turns.iteration.over.type).kind !== "list") return undefined;
  const leftBefore = leavingTurn(node, before.cx);
  if (leftBefore === undefined) return undefined;
  const isEarlier = compare("<", local(earlierKey, span), local(key, span), span);
  const isLeft = logic("and", [isEarlier, also(before.where, leftBefore, span)], span);
  const earlier: Expr = { ...some(before.iteration, isLeft, span), name: "leftBefore" };
  const when = also(turns.where, not(earlier), span);
  const body: Stream = { kind: "guard", when, then: turn(turns.cx.insideLeft(node)), span };
  const each: Stream = { kind: "each", iteration: turns.iteration, body, span };
  return inOrder([each, isBeyond ? unlessLeft(node, next, cx) : next(cx)], span);
}

/** What follows where no turn leaves the loop. */
function unlessLeft(node: LoopStatement, next: LeftLoop["next"], cx: Context): Stream {
  const span = cx.span(node);
  const turns = openTurns(node, undefined, cx);
  const leftBy = turns === undefined ? undefined : leavingTurn(node, turns.cx);
  if (turns === undefined || leftBy === undefined) return next(cx);
  const where = also(turns.where, leftBy, span);
  const left = some(withoutIdlePosition(turns.iteration, where), where, span);
  return { kind: "guard", when: not(left), then: next(cx), span };
}

/** A loop over a table with functions in it is written out: each row where those before it have not left. */
function ofRows({ node, turn, next, isBeyond }: LeftLoop, isFirst: boolean, cx: Context): Stream | undefined {
  const span = cx.span(node);
  const written = rowTurns(node, cx.insideLeft(node))?.reduceRight<Stream>(
    (others, { cx: inner, when }) => {
      const left = leavingTurn(node, inner);
      const said = turn(inner);
      const guarded: Stream = when === undefined ? said : { kind: "guard", when, then: said, span };
      if (left === undefined) return inOrder([guarded, others], span);
      const test = also(when, left, span);
      return isFirst
        ? { kind: "branch", test, then: assumed(said, left), else: others, span }
        : inOrder([guarded, { kind: "guard", when: not(test), then: others, span }], span);
    },
    isBeyond ? next(cx) : inOrder([], span),
  );
  return isBeyond || written === undefined ? written : inOrder([written, next(cx)], span);
}

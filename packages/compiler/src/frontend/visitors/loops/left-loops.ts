import {
  type Expr,
  expressionsInStream,
  freeNames,
  literal,
  required,
  type Stream,
  substitute,
} from "@policyc/ir";
import { also, compare, inOrder, local, logic, not, some } from "../../build/nodes.js";
import type { Context } from "../../context.js";
import {
  exitsBeyond,
  exitsOf,
  isLeaving,
  type LeavingStatement,
  leftBy,
  loopsLeftBy,
} from "../../syntax/left-by.js";
import { isLoop, type LoopStatement, turnOf } from "../../syntax/loops.js";
import { objectCall } from "../../syntax/object-call.js";
import { isA } from "../../syntax/tree.js";
import { isGenerator } from "../../types/generated.js";
import { ts } from "../../typescript.js";
import { bare } from "../expressions/bare.js";
import { closureOf } from "../rows/written.js";
import { loopReaches, reaches } from "../statements/exits.js";
import { contentsOf, leaves, openWaysOf } from "../statements/ways.js";
import { changesWhatLasts } from "../variables/accumulation.js";
import { fillsSeen } from "../variables/fills-seen.js";
import { firstTurn } from "./first-turn.js";
import { openTurns, rowTurns, withoutIdlePosition } from "./turns.js";

/** A loop that yields, and that a turn may leave. */
interface LeftLoop {
  readonly node: LoopStatement;
  readonly turn: (cx: Context) => Stream;
  /** What stands behind the loop. */
  readonly next: (cx: Context) => Stream;
  /** The exits that leave what stands behind the loop as well, by `return` or a label. */
  readonly beyond: readonly LeavingStatement[];
  /** Are there others, which go on there? */
  readonly isMixed: boolean;
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
  const [exits, beyond] = [exitsOf(node), exitsBeyond(node)];
  if (exits.length === 0) return undefined;
  if (changesWhatLasts(node, cx) || fillsSeen(node) || isOverGenerated(node, cx)) return undefined;
  const loop = { node, turn, next, beyond, isMixed: beyond.length > 0 && beyond.length < exits.length };
  const isFirst = saysWhereItLeaves(turnOf(node), node, cx);
  const rows = ofRows(loop, isFirst, cx);
  if (rows !== undefined) return rows;
  return (isFirst ? (ofAny(loop, cx) ?? ofFirst(loop, cx)) : undefined) ?? untilLeft(loop, cx);
}

/** What a turn says that leaves a loop over keys, which have no order: the same, whichever turn that is. */
function ofAny({ node, turn, next, beyond, isMixed }: LeftLoop, cx: Context): Stream | undefined {
  const isOverKeys =
    ts.isForInStatement(node) ||
    (ts.isForOfStatement(node) && objectCall(bare(node.expression)) !== undefined);
  const turns = isOverKeys && !isMixed ? openTurns(node, undefined, cx) : undefined;
  const left = turns === undefined ? undefined : leavingTurn(node, turns.cx);
  if (turns === undefined || left === undefined) return undefined;
  const span = cx.span(node);
  const then = assumed(turn(turns.cx.insideLeft(node)), left);
  const own = [turns.iteration.binder.name, turns.iteration.key?.name];
  if (expressionsInStream(then).some((one) => own.some((name) => freeNames(one).has(name ?? ""))))
    return undefined;
  const where = also(turns.where, left, span);
  const when = some(withoutIdlePosition(turns.iteration, where), where, span);
  if (beyond.length === 0) return inOrder([{ kind: "guard", when, then, span }, next(cx)], span);
  return { kind: "branch", test: when, then, else: next(cx), span };
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
  if (isLoop(first) && !saysWhereItLeaves(turnOf(first), loop, cx)) return false;
  return saysWhereItLeaves(others, loop, cx, said || isYield(first));
}

function isYield(node: ts.Statement): boolean {
  return ts.isExpressionStatement(node) && ts.isYieldExpression(node.expression);
}

/** What the first turn says that leaves the loop. */
function ofFirst({ node, turn, next, beyond, isMixed }: LeftLoop, cx: Context): Stream | undefined {
  const first = firstTurn(node, (inner) => leavingTurn(node, inner), cx);
  if (first === undefined) return undefined;
  const span = cx.span(node);
  const inner = first.cx.insideLeft(node);
  const then = assumed(turn(inner), leavingTurn(node, inner));
  const when = first.found;
  const said: Stream = { kind: "guard", when, then, span };
  const bound = (body: Stream): Stream => ({
    kind: "bind",
    binder: first.binder,
    value: first.value,
    body,
    span,
  });
  if (beyond.length === 0) return inOrder([bound(said), next(cx)], span);
  if (!isMixed) return bound({ kind: "branch", test: when, then, else: next(cx), span });
  const left = reaches(turnOf(node), beyond, inner) ?? literal(false, span);
  return bound(inOrder([said, unless(also(when, left, span), next(cx))], span));
}

function unless(left: Expr, then: Stream): Stream {
  return { kind: "guard", when: not(left), then, span: then.span };
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
function untilLeft(loop: LeftLoop, cx: Context): Stream | undefined {
  const { node, turn } = loop;
  const span = cx.span(node);
  const [turns, before] = [openTurns(node, "turn", cx), openTurns(node, "turn", cx)];
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
  return inOrder([each, after(loop, cx)], span);
}

/** When a turn of a loop leaves it. */
function leavingTurn(node: LoopStatement, cx: Context): Expr | undefined {
  return reaches(turnOf(node), exitsOf(node), cx);
}

/** A loop over a table with functions in it is written out: each row where those before it have not left. */
function ofRows(loop: LeftLoop, isFirst: boolean, cx: Context): Stream | undefined {
  const { node, turn, next, beyond, isMixed } = loop;
  const leavesAll = beyond.length > 0 && !isMixed;
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
    leavesAll ? next(cx) : inOrder([], span),
  );
  return leavesAll || written === undefined ? written : inOrder([written, after(loop, cx)], span);
}

/** What stands behind the loop, where the loop lets it. */
function after({ node, next, beyond }: LeftLoop, cx: Context): Stream {
  const left = loopReaches(node, beyond, cx);
  const then = next(cx);
  return left === undefined ? then : unless(left, then);
}

import { expressionsInStream, type Iteration, required, type Stream } from "@policyc/ir";
import { boundIn } from "../../build/nodes.js";
import type { Context } from "../../context.js";
import { reassignment } from "../../diagnostics/flow.js";
import type { LoopStatement } from "../../syntax/loops.js";
import { ts } from "../../typescript.js";
import { binderFor, bindPattern } from "../expressions/patterns.js";
import { generatedBy } from "../statements/yields.js";
import { fillsSeen } from "../variables/fills-seen.js";
import { turnBegun } from "../variables/turn-begun.js";
import { elementName } from "./element-name.js";
import { declaredBy, openLoop } from "./iteration.js";
import { openTurns, rowTurns } from "./turns.js";

/**
 * A loop, of which a turn begins with what those before it have made of the running variables: over what a generator
 * yields and over rows with functions in them it is written out.
 */
export function eachTurn(
  node: LoopStatement,
  running: readonly ts.Identifier[],
  cx: Context,
  body: (inner: Context) => Stream,
): Stream {
  const span = cx.span(node);
  if (ts.isForStatement(node)) return countedTurns(node, cx, body);
  if (ts.isExpressionStatement(node)) return writtenOut(node, cx, body) ?? countedTurns(node, cx, body);
  const pattern = declaredBy(node);
  if (pattern === undefined) {
    cx.report(reassignment(cx.span(node.initializer)));
    return { kind: "sequence", items: [], span };
  }
  const generated = generatedBy(node.expression, cx, (value, at) => {
    const binder = binderFor(pattern, value.type, elementName(node.expression), cx);
    const turn = body(bindPattern(pattern, binder, cx.insideLoop()));
    return { kind: "bind", binder, value, body: turn, span: cx.span(at) };
  });
  const written = generated ?? writtenOut(node, cx, body);
  if (written !== undefined) {
    if (running.length > 0) cx.report(reassignment(span));
    return written;
  }
  const fills = fillsSeen(node) || running.length > 0;
  const { iteration, cx: inner } = openLoop(node.expression, pattern, fills ? "turn" : undefined, cx);
  const { bound, inner: begun } = fills
    ? turnBegun(node, running, { iteration, around: cx }, inner)
    : { bound: [], inner };
  const turn = boundIn(bound, body(begun));
  const isOfList = required(iteration.over.type).kind === "list";
  const counted = fills || isOfList ? asCounted(iteration, turn) : iteration;
  return { kind: "each", iteration: counted, body: turn, span };
}

/** The turns of a loop over rows with functions in them. */
function writtenOut(node: LoopStatement, cx: Context, body: (inner: Context) => Stream): Stream | undefined {
  const span = cx.span(node);
  const rows = rowTurns(node, cx)?.map(({ cx: inner, when }): Stream => {
    const turn = body(inner);
    return when === undefined ? turn : { kind: "guard", when, then: turn, span };
  });
  const items = rows?.flatMap((row) => (row.kind === "sequence" ? row.items : [row]));
  return items && { kind: "sequence", items, span };
}

/** The turns of a loop that may count, from where it begins. */
function countedTurns(node: LoopStatement, cx: Context, body: (inner: Context) => Stream): Stream {
  const span = cx.span(node);
  const fills = fillsSeen(node);
  const turns = openTurns(node, fills ? "turn" : undefined, cx);
  if (turns === undefined) return { kind: "sequence", items: [], span };
  const { iteration } = turns;
  const turn = body(fills ? turns.cx.insideTurn(node, { iteration, around: cx }) : turns.cx);
  const then: Stream =
    turns.where === undefined ? turn : { kind: "guard", when: turns.where, then: turn, span };
  const counted = asCounted(iteration, then);
  return { kind: "each", iteration: fills ? counted : inAnyOrder(counted), body: then, span };
}

/** What turns say has no order: a list that is gone through from its end is gone through as it is. */
function inAnyOrder(iteration: Iteration): Iteration {
  const { over } = iteration;
  const [list] = over.kind === "call" && over.intrinsic === "list.reversed" ? over.args : [];
  return list === undefined || iteration.key !== undefined ? iteration : { ...iteration, over: list };
}

/** Without the position, where nobody asks for it. */
function asCounted({ key, ...iteration }: Iteration, body: Stream): Iteration {
  const isAsked = expressionsInStream(body).some((expr) => expr.kind === "local" && expr.name === key?.name);
  return key !== undefined && isAsked ? { ...iteration, key } : iteration;
}

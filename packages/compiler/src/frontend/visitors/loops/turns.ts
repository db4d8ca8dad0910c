import { type Expr, freeNames, type Iteration } from "@policyc/ir";
import { call, compare, local } from "../../build/nodes.js";
import { guardedRows } from "../../builtins/guarded-rows.js";
import type { Context } from "../../context.js";
import { forEachOf } from "../../syntax/for-each.js";
import { countedElement, countingOf, type LoopStatement, sourceOfLoop, turnOf } from "../../syntax/loops.js";
import { isA } from "../../syntax/tree.js";
import { ts } from "../../typescript.js";
import { questionsIn } from "../rows/questions.js";
import { bindRow } from "../rows/rows.js";
import { declaredBy, type Loop, openLoop } from "./iteration.js";

/** The turns of a loop: `where` says which of them there are, where it does not begin with the first. */
export interface Turns extends Loop {
  readonly where?: Expr;
}

/** Opens a loop of either kind; nothing where it assigns to what stands before it. */
export function openTurns(node: LoopStatement, position: "turn" | undefined, cx: Context): Turns | undefined {
  if (ts.isForOfStatement(node) || ts.isForInStatement(node)) {
    const pattern = declaredBy(node);
    return pattern && openLoop(node.expression, pattern, position, cx);
  }
  if (ts.isExpressionStatement(node))
    return openLoop(sourceOfLoop(node), declaredBy(node), forEachOf(node)?.position ?? position, cx);
  const counting = countingOf(node);
  if (counting === undefined) return undefined;
  const { name, list, from, isDown } = counting;
  if (isDown) {
    const { iteration, cx: inner } = downwards(openLoop(list, elementNamed(node), position, cx));
    return { iteration, cx: inner.insideTurn(node, { iteration, around: cx }) };
  }
  const { iteration, cx: inner } = openLoop(list, elementNamed(node), name, cx);
  const seen = inner.insideTurn(node, { iteration, around: cx });
  if (from === undefined || iteration.key === undefined) return { iteration, cx: seen };
  const span = cx.span(from);
  return { iteration, cx: seen, where: compare(">=", local(iteration.key, span), cx.expression(from), span) };
}

function downwards({ iteration, cx }: Loop): Loop {
  const { over } = iteration;
  return { iteration: { ...iteration, over: call("list.reversed", [over], over.span, over.type) }, cx };
}

/** One row of a table over which a loop is written out. */
export interface RowTurn {
  readonly cx: Context;
  /** When the row is there at all. */
  readonly when: Expr | undefined;
}

/** The turns of a loop over a table of functions, or of questions; nothing where it is over anything else. */
export function rowTurns(node: LoopStatement, cx: Context): readonly RowTurn[] | undefined {
  if (ts.isForStatement(node) || ts.isForInStatement(node)) return undefined;
  if (ts.isExpressionStatement(node) && forEachOf(node)?.position !== undefined) return undefined;
  const pattern = declaredBy(node);
  const questions = ts.isForOfStatement(node) ? questionsIn(node, cx) : undefined;
  const rows = guardedRows(sourceOfLoop(node), cx) ?? questions?.map((row) => ({ row, when: undefined }));
  return rows?.map(({ row, when }) => ({ cx: bindRow(pattern, row, cx.insideLoop()), when }));
}

/** `const c = list[i];`, as the author calls the element at the beginning of a turn. */
function elementNamed(node: ts.ForStatement): ts.Identifier | undefined {
  const [first] = turnOf(node);
  const [declaration] = isA(ts.isVariableStatement, first) ? first.declarationList.declarations : [];
  const [said, name] = [declaration?.initializer, declaration?.name];
  const value = isA(ts.isNonNullExpression, said) ? said.expression : said;
  const isElement =
    isA(ts.isElementAccessExpression, value) &&
    countedElement(value.expression, value.argumentExpression) === node;
  return isElement && isA(ts.isIdentifier, name) ? name : undefined;
}

/** The same without the position, where nothing reads it. */
export function withoutIdlePosition(iteration: Iteration, ...read: readonly Expr[]): Iteration {
  const { key, ...others } = iteration;
  return key !== undefined && read.some((expr) => freeNames(expr).has(key.name)) ? iteration : others;
}

/** `list[i]` in a loop that counts through the list: the element of this turn, which is there. */
export function elementOfTurn(node: ts.Expression, position: ts.Expression, cx: Context): Expr | undefined {
  const loop = countedElement(node, position);
  const turn = loop === undefined ? undefined : cx.turnOf(loop);
  return turn === undefined ? undefined : local(turn.iteration.binder, cx.span(node));
}

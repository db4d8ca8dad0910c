import type { Expr } from "@policyc/ir";
import type { Context } from "../../context.js";
import { functionAround } from "../../syntax/function-around.js";
import {
  type ContinueStatement,
  continuedBy,
  exitsBeyond,
  isContinue,
  leavesInnerLoop,
  leftBy,
} from "../../syntax/left-by.js";
import { isLoop, type LoopStatement } from "../../syntax/loops.js";
import { ancestor, ancestorsOf, descendantsOf } from "../../syntax/tree.js";
import { ts } from "../../typescript.js";
import { loopReaches } from "../statements/exits.js";
import { assignmentOf } from "../variables/assignment.js";

/**
 * `for (const e of exempt) { if (fits(e)) continue outer; }`: when the loop ends the turn of the one around it; nothing
 * where it does not, or does more.
 */
export function endOfTurn(node: LoopStatement, cx: Context): Expr | undefined {
  if (!endsTurnAround(node)) return undefined;
  return loopReaches(node, exitsBeyond(node), cx);
}

/** Does a loop nothing but end the turn of the loop around it, by `continue` and its label? */
function endsTurnAround(loop: LoopStatement): boolean {
  const around = ancestor(loop, isLoop);
  const leaving = descendantsOf(loop, isContinue).filter(leavesInnerLoop);
  return (
    leaving.some((one) => continuedBy(one) === around) &&
    !descendantsOf(loop).some((one) => doesMore(one, loop))
  );
}

/** Is a `continue` by a label in such a loop? */
export function endsTurn(node: ContinueStatement): boolean {
  const outer = continuedBy(node);
  const loop = ancestorsOf(node)
    .filter(isLoop)
    .find((one) => ancestor(one, isLoop) === outer);
  return loop !== undefined && endsTurnAround(loop);
}

function doesMore(node: ts.Node, loop: LoopStatement): boolean {
  if (ts.isYieldExpression(node)) return true;
  if (ts.isReturnStatement(node) && !isContinue(node)) return functionAround(node) === functionAround(loop);
  if (ts.isBreakStatement(node)) return isLoop(leftBy(node));
  return ts.isExpression(node) && assignmentOf(node) !== undefined;
}

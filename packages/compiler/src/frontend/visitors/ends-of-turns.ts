import { type ContinueStatement, Node, SyntaxKind } from "ts-morph";
import { functionAround } from "../function-around.js";
import { continuedBy, leavesInnerLoop, leftBy } from "../left-by.js";
import { isLoop, type LoopStatement } from "../loops.js";
import { assignmentOf } from "./assignment.js";

/** Does a loop nothing but end the turn of the loop around it, by `continue` and its label? */
export function endsTurnAround(loop: LoopStatement): boolean {
  const around = loop.getFirstAncestor(isLoop);
  const leaving = loop.getDescendantsOfKind(SyntaxKind.ContinueStatement).filter(leavesInnerLoop);
  return (
    leaving.some((one) => continuedBy(one) === around) &&
    !loop.getDescendants().some((one) => doesMore(one, loop))
  );
}

/** Is a `continue` by a label in such a loop? */
export function endsTurn(node: ContinueStatement): boolean {
  const outer = continuedBy(node);
  const loop = node
    .getAncestors()
    .filter(isLoop)
    .find((one) => one.getFirstAncestor(isLoop) === outer);
  return loop !== undefined && endsTurnAround(loop);
}

function doesMore(node: Node, loop: LoopStatement): boolean {
  if (Node.isYieldExpression(node)) return true;
  if (Node.isReturnStatement(node)) return functionAround(node) === functionAround(loop);
  if (Node.isBreakStatement(node)) return isLoop(leftBy(node));
  return Node.isExpression(node) && assignmentOf(node) !== undefined;
}

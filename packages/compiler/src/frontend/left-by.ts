import {
  type BreakStatement,
  type ContinueStatement,
  type Identifier,
  Node,
  type SwitchStatement,
} from "ts-morph";
import { isLoop, type LoopStatement } from "./loops.js";

/** The loop or `switch` that a `break` leaves. */
export function leftBy(node: BreakStatement): LoopStatement | SwitchStatement | undefined {
  const label = node.getLabel();
  if (label !== undefined) return loopCalled(label);
  return node.getFirstAncestor(
    (one): one is LoopStatement | SwitchStatement => Node.isSwitchStatement(one) || isLoop(one),
  );
}

/** Does a `continue` leave the loop that it is in, for the next turn of one around it? */
export function leavesInnerLoop(node: ContinueStatement): boolean {
  return continuedBy(node) !== node.getFirstAncestor(isLoop);
}

/** The loop whose next turn comes after a `continue`. */
export function continuedBy(node: ContinueStatement): LoopStatement | undefined {
  const label = node.getLabel();
  return label === undefined ? node.getFirstAncestor(isLoop) : loopCalled(label);
}

function loopCalled(label: Identifier): LoopStatement | undefined {
  const labelled = label
    .getAncestors()
    .filter(Node.isLabeledStatement)
    .find((one) => one.getLabel().getText() === label.getText());
  const statement = labelled?.getStatement();
  return isLoop(statement) ? statement : undefined;
}

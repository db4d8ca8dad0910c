import {
  type BreakStatement,
  type ContinueStatement,
  type Identifier,
  Node,
  type ReturnStatement,
  type SwitchStatement,
} from "ts-morph";
import { functionAround } from "./function-around.js";
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

/** A statement that ends a turn, or more than that. */
export type LeavingStatement = BreakStatement | ContinueStatement | ReturnStatement;

export function isLeaving(node: Node | undefined): node is LeavingStatement {
  return Node.isBreakStatement(node) || Node.isContinueStatement(node) || Node.isReturnStatement(node);
}

/** The loops that come to their end by a statement, the innermost first. */
export function loopsLeftBy(node: LeavingStatement): readonly LoopStatement[] {
  const fn = functionAround(node);
  const ancestors = node.getAncestors();
  const around = ancestors
    .slice(0, fn === undefined ? ancestors.length : ancestors.indexOf(fn))
    .filter(isLoop);
  if (Node.isReturnStatement(node)) return around;
  if (Node.isContinueStatement(node)) {
    const continued = continuedBy(node);
    return continued === undefined ? [] : around.slice(0, around.indexOf(continued));
  }
  const left = leftBy(node);
  return isLoop(left) ? around.slice(0, around.indexOf(left) + 1) : [];
}

function loopCalled(label: Identifier): LoopStatement | undefined {
  const labelled = label
    .getAncestors()
    .filter(Node.isLabeledStatement)
    .find((one) => one.getLabel().getText() === label.getText());
  const statement = labelled?.getStatement();
  return isLoop(statement) ? statement : undefined;
}

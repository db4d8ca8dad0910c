import { ts } from "../typescript.js";
import { turnEndedBy } from "./for-each.js";
import { functionAround } from "./function-around.js";
import { isLoop, type LoopStatement } from "./loops.js";
import { ancestor, ancestorsOf, descendantsOf, isA } from "./tree.js";

/** The loop or `switch` that a `break` leaves. */
export function leftBy(node: ts.BreakStatement): LoopStatement | ts.SwitchStatement | undefined {
  const label = node.label;
  if (label !== undefined) return loopCalled(label);
  return ancestor(
    node,
    (one): one is LoopStatement | ts.SwitchStatement => ts.isSwitchStatement(one) || isLoop(one),
  );
}

/** `continue`, or a `return` of what `forEach` calls. */
export type ContinueStatement = ts.ContinueStatement | ts.ReturnStatement;

export function isContinue(node: ts.Node): node is ContinueStatement {
  return ts.isContinueStatement(node) || (ts.isReturnStatement(node) && turnEndedBy(node) !== undefined);
}

/** Does a `continue` leave the loop that it is in, for the next turn of one around it? */
export function leavesInnerLoop(node: ContinueStatement): boolean {
  return continuedBy(node) !== ancestor(node, isLoop);
}

/** The loop whose next turn comes after a `continue`. */
export function continuedBy(node: ContinueStatement): LoopStatement | undefined {
  if (ts.isReturnStatement(node)) return turnEndedBy(node);
  const label = node.label;
  return label === undefined ? ancestor(node, isLoop) : loopCalled(label);
}

/** A statement that ends a turn, or more than that. */
export type LeavingStatement = ts.BreakStatement | ts.ContinueStatement | ts.ReturnStatement;

export function isLeaving(node: ts.Node | undefined): node is LeavingStatement {
  return (
    isA(ts.isBreakStatement, node) || isA(ts.isContinueStatement, node) || isA(ts.isReturnStatement, node)
  );
}

/** The loops that come to their end by a statement, the innermost first. */
export function loopsLeftBy(node: LeavingStatement): readonly LoopStatement[] {
  const fn = functionAround(node);
  const ancestors = ancestorsOf(node);
  const around = ancestors
    .slice(0, fn === undefined ? ancestors.length : ancestors.indexOf(fn))
    .filter(isLoop);
  if (isContinue(node)) {
    const continued = continuedBy(node);
    return continued === undefined ? [] : around.slice(0, around.indexOf(continued));
  }
  if (ts.isReturnStatement(node)) return around;
  const left = leftBy(node);
  return isLoop(left) ? around.slice(0, around.indexOf(left) + 1) : [];
}

/** The statements by which a turn leaves a loop. */
export function exitsOf(node: LoopStatement): readonly LeavingStatement[] {
  return descendantsOf(node, isLeaving).filter((one) => loopsLeftBy(one).includes(node));
}

/** Those after which it does not go on right behind the loop: a `return`, or what leaves a loop around or its turn. */
export function exitsBeyond(node: LoopStatement): readonly LeavingStatement[] {
  return exitsOf(node).filter((one) => !ts.isBreakStatement(one) || leftBy(one) !== node);
}

function loopCalled(label: ts.Identifier): LoopStatement | undefined {
  const labelled = ancestorsOf(label)
    .filter(ts.isLabeledStatement)
    .find((one) => one.label.getText() === label.getText());
  const statement = labelled?.statement;
  return isLoop(statement) ? statement : undefined;
}

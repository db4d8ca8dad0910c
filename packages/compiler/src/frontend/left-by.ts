import {
  type BreakStatement,
  type ContinueStatement,
  type ForOfStatement,
  type Identifier,
  Node,
  type SwitchStatement,
} from "ts-morph";

/** The loop or `switch` that a `break` leaves. */
export function leftBy(node: BreakStatement): ForOfStatement | SwitchStatement | undefined {
  const label = node.getLabel();
  if (label !== undefined) return loopCalled(label);
  return node.getFirstAncestor(
    (one): one is ForOfStatement | SwitchStatement =>
      Node.isSwitchStatement(one) || Node.isForOfStatement(one),
  );
}

/** Does a `continue` leave the loop that it is in, for the next turn of one around it? */
export function leavesInnerLoop(node: ContinueStatement): boolean {
  return continuedBy(node) !== node.getFirstAncestor(Node.isForOfStatement);
}

/** The loop whose next turn comes after a `continue`. */
export function continuedBy(node: ContinueStatement): ForOfStatement | undefined {
  const label = node.getLabel();
  return label === undefined ? node.getFirstAncestor(Node.isForOfStatement) : loopCalled(label);
}

function loopCalled(label: Identifier): ForOfStatement | undefined {
  const labelled = label
    .getAncestors()
    .filter(Node.isLabeledStatement)
    .find((one) => one.getLabel().getText() === label.getText());
  const statement = labelled?.getStatement();
  return Node.isForOfStatement(statement) ? statement : undefined;
}

import { type BreakStatement, type ForOfStatement, Node, type SwitchStatement } from "ts-morph";

/** The loop or `switch` that a `break` leaves. */
export function leftBy(node: BreakStatement): ForOfStatement | SwitchStatement | undefined {
  return node.getFirstAncestor(
    (one): one is ForOfStatement | SwitchStatement =>
      Node.isSwitchStatement(one) || Node.isForOfStatement(one),
  );
}

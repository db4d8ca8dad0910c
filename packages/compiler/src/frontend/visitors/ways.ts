import type { Expr } from "@policyc/ir";
import {
  type Block,
  type CaseClause,
  type DefaultClause,
  type IfStatement,
  Node,
  type Statement,
  type SwitchStatement,
} from "ts-morph";
import { compare, logic } from "../build.js";
import type { Context } from "../context.js";
import { unsupportedSyntax } from "../diagnostics/syntax.js";

/** One way that a statement can go: under a condition, or otherwise. */
export interface Way {
  readonly test?: Expr;
  readonly body: readonly Statement[];
  readonly node: Node;
}

/** The ways of an `if` or a `switch`, in order; the last has no test. */
export function waysOf(node: IfStatement | SwitchStatement, cx: Context): readonly Way[] {
  if (Node.isIfStatement(node)) {
    const otherwise = node.getElseStatement();
    return [
      { test: cx.condition(node.getExpression()), body: statementsIn(node.getThenStatement()), node },
      { body: otherwise === undefined ? [] : statementsIn(otherwise), node },
    ];
  }
  return switchWays(node, cx);
}

function switchWays(node: SwitchStatement, cx: Context): readonly Way[] {
  const subject = cx.expression(node.getExpression());
  const ways: Way[] = [];
  let pending: Expr[] = [];
  let otherwise: Way = { body: [], node };
  for (const clause of node.getClauses()) {
    const body = clauseBody(clause, cx);
    if (Node.isDefaultClause(clause)) {
      otherwise = { body, node: clause };
      continue;
    }
    pending = [...pending, compare("==", subject, cx.expression(clause.getExpression()), cx.span(clause))];
    if (clause.getStatements().length === 0) continue;
    ways.push({ test: logic("or", pending, cx.span(clause)), body, node: clause });
    pending = [];
  }
  return [...ways, otherwise];
}

/** A clause's statements without its closing `break`; falling through is not supported. */
function clauseBody(clause: CaseClause | DefaultClause, cx: Context): readonly Statement[] {
  const all = clause.getStatements().flatMap((statement) => statementsIn(statement));
  const last = all.at(-1);
  if (Node.isBreakStatement(last)) return all.slice(0, -1);
  const isLast = clause.getNextSibling() === undefined;
  if (last !== undefined && !isLast && !leaves(all))
    cx.report(
      unsupportedSyntax(
        cx.span(clause),
        "falling through to the next case",
        "use `break` or `return` at the end of each case",
      ),
    );
  return all;
}

export function statementsIn(node: Statement): readonly Statement[] {
  return Node.isBlock(node) ? (node satisfies Block).getStatements() : [node];
}

export function leaves(nodes: readonly Statement[]): boolean {
  const last = nodes.at(-1);
  return Node.isReturnStatement(last) || Node.isContinueStatement(last) || Node.isThrowStatement(last);
}

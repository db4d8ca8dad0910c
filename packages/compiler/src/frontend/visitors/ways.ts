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
import { isLoop } from "../loops.js";

/** One way that a statement can go: under a condition, or otherwise. */
export interface Way {
  readonly test?: Expr;
  readonly body: readonly Statement[];
  readonly node: Node;
}

/** The same, with a condition that is lowered where it is needed. */
export interface OpenWay extends Omit<Way, "test"> {
  readonly test?: () => Expr;
}

/** The ways of an `if` or a `switch`, in order; the last has no test. */
export function waysOf(node: IfStatement | SwitchStatement, cx: Context): readonly Way[] {
  return openWaysOf(node, cx).map(({ test, ...way }) =>
    test === undefined ? way : { ...way, test: test() },
  );
}

export function openWaysOf(node: IfStatement | SwitchStatement, cx: Context): readonly OpenWay[] {
  if (Node.isSwitchStatement(node)) return switchWays(node, cx);
  const otherwise = node.getElseStatement();
  return [
    { test: () => cx.condition(node.getExpression()), body: statementsIn(node.getThenStatement()), node },
    { body: otherwise === undefined ? [] : statementsIn(otherwise), node },
  ];
}

/** Clauses that go to the same statements: `case "a": case "b": …`. */
interface Group {
  readonly cases: readonly CaseClause[];
  readonly body: readonly Statement[];
  readonly isDefault: boolean;
  readonly node: Node;
}

function switchWays(node: SwitchStatement, cx: Context): readonly OpenWay[] {
  const groups = groupsOf(node);
  let subject: Expr | undefined;
  const fits = (one: CaseClause): Expr => {
    subject ??= cx.expression(node.getExpression());
    return compare("==", subject, cx.expression(one.getExpression()), cx.span(one));
  };
  const ways = groups.flatMap(({ cases, body, isDefault, node: clause }): readonly OpenWay[] => {
    // The default takes what no other case does, wherever it stands; of its own cases only the first that fits counts.
    const asked = isDefault && cases.every((one) => Node.isLiteralLike(one.getExpression())) ? [] : cases;
    const test = (): Expr => logic("or", asked.map(fits), cx.span(clause));
    return asked.length === 0 ? [] : [{ test, body, node: clause }];
  });
  const otherwise = groups.find(({ isDefault }) => isDefault);
  return [...ways, { body: otherwise?.body ?? [], node: otherwise?.node ?? node }];
}

function groupsOf(node: SwitchStatement): readonly Group[] {
  const groups: Group[] = [];
  let pending: (CaseClause | DefaultClause)[] = [];
  const clauses = node.getClauses();
  for (const clause of clauses) {
    pending.push(clause);
    if (clause.getStatements().length === 0 && clause !== clauses.at(-1)) continue;
    groups.push({
      cases: pending.filter(Node.isCaseClause),
      body: clauseBody(clause),
      isDefault: pending.some(Node.isDefaultClause),
      node: clause,
    });
    pending = [];
  }
  return groups;
}

/** A clause's statements without its closing `break`, and those of the clauses after it where it falls through. */
function clauseBody(clause: CaseClause | DefaultClause): readonly Statement[] {
  const all = clause.getStatements().flatMap((statement) => statementsIn(statement));
  if (Node.isBreakStatement(all.at(-1))) return all.slice(0, -1);
  const next = clause.getNextSibling();
  const goesOn = (Node.isCaseClause(next) || Node.isDefaultClause(next)) && !leaves(all);
  return goesOn ? [...all, ...clauseBody(next)] : all;
}

/** What a block has in it, or a loop without its label: statements that stand in the place of the one. */
export function contentsOf(node: Statement): readonly Statement[] | undefined {
  if (Node.isBlock(node)) return node.getStatements();
  const labelled = Node.isLabeledStatement(node) ? node.getStatement() : undefined;
  return isLoop(labelled) ? [labelled] : undefined;
}

export function statementsIn(node: Statement): readonly Statement[] {
  return Node.isBlock(node) ? (node satisfies Block).getStatements() : [node];
}

/** Does nothing come after these statements, whichever way they go? */
export function leaves(nodes: readonly Statement[]): boolean {
  const last = nodes.at(-1);
  if (Node.isBlock(last)) return leaves(last.getStatements());
  if (Node.isIfStatement(last)) {
    const otherwise = last.getElseStatement();
    return (
      otherwise !== undefined &&
      leaves(statementsIn(last.getThenStatement())) &&
      leaves(statementsIn(otherwise))
    );
  }
  return (
    Node.isReturnStatement(last) ||
    Node.isContinueStatement(last) ||
    Node.isBreakStatement(last) ||
    Node.isThrowStatement(last)
  );
}

/** Does the statement have a `return`, `continue` or `break` of its own, outside inner loops and functions? */
export function mayLeave(node: Statement, how: { readonly byBreak: boolean }): boolean {
  if (Node.isReturnStatement(node) || Node.isContinueStatement(node)) return true;
  if (Node.isBreakStatement(node)) return how.byBreak;
  if (Node.isIfStatement(node)) {
    const otherwise = node.getElseStatement();
    return [
      ...statementsIn(node.getThenStatement()),
      ...(otherwise === undefined ? [] : statementsIn(otherwise)),
    ].some((one) => mayLeave(one, how));
  }
  if (Node.isSwitchStatement(node))
    return node
      .getClauses()
      .some((clause) => clause.getStatements().some((one) => mayLeave(one, { byBreak: false })));
  return Node.isBlock(node) && node.getStatements().some((one) => mayLeave(one, how));
}

import { bindingsIn, type Expr } from "@policyc/ir";
import { compare, logic } from "../../build/nodes.js";
import type { Context } from "../../context.js";
import { eitherPutOf } from "../../syntax/either-puts.js";
import { exitsBeyond, leftBy } from "../../syntax/left-by.js";
import { withoutBeginnings } from "../../syntax/list-beginnings.js";
import { isLoop } from "../../syntax/loops.js";
import { isA } from "../../syntax/tree.js";
import { ts } from "../../typescript.js";
import { bare } from "../expressions/bare.js";
import { typeNamed } from "../expressions/type-test.js";
import { decided, decidedCase } from "../rows/decided.js";

/** One way that a statement can go: under a condition, or otherwise. */
export interface Way {
  readonly test?: Expr;
  readonly body: readonly ts.Statement[];
  readonly node: ts.Node;
}

/** The same, with a condition that is lowered where it is needed. */
export interface OpenWay extends Omit<Way, "test"> {
  readonly test?: () => Expr;
}

/** The ways of an `if` or a `switch`, in order; the last has no test. */
export function waysOf(node: ts.IfStatement | ts.SwitchStatement, cx: Context): readonly Way[] {
  return openWaysOf(node, cx).map(({ test, ...way }) =>
    test === undefined ? way : { ...way, test: test() },
  );
}

export function openWaysOf(node: ts.IfStatement | ts.SwitchStatement, cx: Context): readonly OpenWay[] {
  if (ts.isSwitchStatement(node)) return switchWays(node, cx);
  const otherwise = node.elseStatement;
  const either = eitherPutOf(node);
  if (either !== undefined) return [{ body: statementsIn(either.way), node }];
  const known = decided(node.expression, cx);
  if (known === true) return [{ body: statementsIn(node.thenStatement), node }];
  if (known === false) return [{ body: otherwise === undefined ? [] : statementsIn(otherwise), node }];
  return [
    { test: () => cx.condition(node.expression), body: statementsIn(node.thenStatement), node },
    { body: otherwise === undefined ? [] : statementsIn(otherwise), node },
  ];
}

/** Clauses that go to the same statements: `case "a": case "b": …`. */
interface Group {
  readonly cases: readonly ts.CaseClause[];
  readonly body: readonly ts.Statement[];
  readonly isDefault: boolean;
  readonly node: ts.Node;
}

function switchWays(node: ts.SwitchStatement, cx: Context): readonly OpenWay[] {
  const groups = groupsOf(node);
  const known = decidedGroup(node, groups, cx);
  if (known !== undefined) return [{ body: known.body, node: known.node }];
  let subject: Expr | undefined;
  const asked = bare(node.expression);
  const fits = (one: ts.CaseClause): Expr => {
    const named = ts.isTypeOfExpression(asked)
      ? typeNamed(asked, one.expression, cx.span(one), cx)
      : undefined;
    if (named !== undefined) return named;
    // What binds a name is written out for each case anew: engines know a name once.
    if (subject === undefined || bindingsIn(subject).length > 0) subject = cx.expression(node.expression);
    return compare("==", subject, cx.expression(one.expression), cx.span(one));
  };
  const ways = groups.flatMap(({ cases, body, isDefault, node: clause }): readonly OpenWay[] => {
    // The default takes what no other case does, wherever it stands; of its own cases only the first that fits counts.
    const tried = isDefault && cases.every((one) => ts.isLiteralExpression(one.expression)) ? [] : cases;
    const test = (): Expr => logic("or", tried.map(fits), cx.span(clause));
    return tried.length === 0 ? [] : [{ test, body, node: clause }];
  });
  const otherwise = groups.find(({ isDefault }) => isDefault);
  return [...ways, { body: otherwise?.body ?? [], node: otherwise?.node ?? node }];
}

/** The clause that a written row goes to, where the row alone decides it. */
function decidedGroup(node: ts.SwitchStatement, groups: readonly Group[], cx: Context): Group | undefined {
  const fits = (one: ts.CaseClause): boolean | undefined => decidedCase(node.expression, one.expression, cx);
  const asked = groups.flatMap((group) => group.cases.map((one) => ({ group, fits: fits(one) })));
  if (!asked.every((one) => one.fits !== undefined)) return undefined;
  return asked.find((one) => one.fits)?.group ?? groups.find(({ isDefault }) => isDefault);
}

function groupsOf(node: ts.SwitchStatement): readonly Group[] {
  const groups: Group[] = [];
  let pending: (ts.CaseClause | ts.DefaultClause)[] = [];
  const clauses = node.caseBlock.clauses;
  for (const clause of clauses) {
    pending.push(clause);
    if (clause.statements.length === 0 && clause !== clauses.at(-1)) continue;
    groups.push({
      cases: pending.filter(ts.isCaseClause),
      body: clauseBody(clause),
      isDefault: pending.some(ts.isDefaultClause),
      node: clause,
    });
    pending = [];
  }
  return groups;
}

/** A clause's statements without the `break` that closes it, and those of the clauses after it where it falls through. */
function clauseBody(clause: ts.CaseClause | ts.DefaultClause): readonly ts.Statement[] {
  const all = clause.statements.flatMap((statement) => statementsIn(statement));
  const last = all.at(-1);
  if (isA(ts.isBreakStatement, last) && leftBy(last) === clause.parent.parent) return all.slice(0, -1);
  const clauses = clause.parent.clauses;
  const next = clauses[clauses.indexOf(clause) + 1];
  return next !== undefined && !leaves(all) ? [...all, ...clauseBody(next)] : all;
}

/** What a block has in it, or a loop without its label: statements that stand in the place of the one. */
export function contentsOf(node: ts.Statement): readonly ts.Statement[] | undefined {
  if (ts.isBlock(node)) return withoutBeginnings(node.statements);
  const labelled = ts.isLabeledStatement(node) ? node.statement : undefined;
  return isLoop(labelled) ? [labelled] : undefined;
}

export function statementsIn(node: ts.Statement): readonly ts.Statement[] {
  return withoutBeginnings(ts.isBlock(node) ? (node satisfies ts.Block).statements : [node]);
}

/** Does nothing come after these statements, whichever way they go? */
export function leaves(nodes: readonly ts.Statement[]): boolean {
  const last = nodes.at(-1);
  if (isA(ts.isBlock, last)) return leaves(last.statements);
  if (isA(ts.isIfStatement, last)) {
    const otherwise = last.elseStatement;
    return (
      otherwise !== undefined && leaves(statementsIn(last.thenStatement)) && leaves(statementsIn(otherwise))
    );
  }
  return (
    isA(ts.isReturnStatement, last) ||
    isA(ts.isContinueStatement, last) ||
    isA(ts.isBreakStatement, last) ||
    isA(ts.isThrowStatement, last)
  );
}

/** Does the statement have a `return`, `continue` or `break` of its own, or a loop that is left by one for more than itself? */
export function mayLeave(node: ts.Statement, how: { readonly byBreak: boolean }): boolean {
  if (ts.isReturnStatement(node) || ts.isContinueStatement(node)) return true;
  if (ts.isBreakStatement(node)) return how.byBreak || node.label !== undefined;
  if (ts.isIfStatement(node)) {
    const otherwise = node.elseStatement;
    return [
      ...statementsIn(node.thenStatement),
      ...(otherwise === undefined ? [] : statementsIn(otherwise)),
    ].some((one) => mayLeave(one, how));
  }
  if (ts.isSwitchStatement(node))
    return node.caseBlock.clauses.some((clause) =>
      clause.statements.some((one) => mayLeave(one, { byBreak: false })),
    );
  if (ts.isLabeledStatement(node)) return mayLeave(node.statement, how);
  if (isLoop(node)) return exitsBeyond(node).length > 0;
  return ts.isBlock(node) && node.statements.some((one) => mayLeave(one, how));
}

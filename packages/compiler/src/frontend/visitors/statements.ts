import { type Expr, mayBeAbsent, type Stream } from "@policyc/ir";
import {
  type Block,
  type CaseClause,
  type DefaultClause,
  type Expression,
  type ExpressionStatement,
  type ForOfStatement,
  type IfStatement,
  Node,
  type ReturnStatement,
  type Statement,
  type SwitchStatement,
  SyntaxKind,
  type VariableDeclaration,
  type VariableStatement,
  type YieldExpression,
} from "ts-morph";
import { compare, logic, not } from "../build.js";
import type { Context } from "../context.js";
import { notAViolation, reassignment, recursion, returnInLoop } from "../diagnostics/flow.js";
import { unsupportedSyntax } from "../diagnostics/syntax.js";
import { mayBeAbsentHere } from "../diagnostics/types.js";
import { functionOf } from "./callee.js";
import { openLoop } from "./iteration.js";
import { binderFor, bindPattern } from "./patterns.js";
import { unsupportedStatement } from "./unsupported.js";

type Rest = (cx: Context) => Stream;

/** The violations of a list of statements, then those of what follows. */
export function statements(nodes: readonly Statement[], cx: Context, rest: Rest): Stream {
  const [first, ...others] = nodes;
  if (first === undefined) return rest(cx);
  const next: Rest = (inner) => statements(others, inner, rest);
  if (Node.isVariableStatement(first)) return constants(first, cx, next);
  if (Node.isIfStatement(first)) return choice(first, cx, next);
  if (Node.isSwitchStatement(first)) return choice(first, cx, next);
  if (Node.isBlock(first)) return statements([...first.getStatements(), ...others], cx, rest);
  if (Node.isReturnStatement(first)) return leaving(first, cx);
  if (Node.isContinueStatement(first)) return sequence([], cx, first);
  if (
    Node.isFunctionDeclaration(first) ||
    Node.isInterfaceDeclaration(first) ||
    Node.isTypeAliasDeclaration(first)
  )
    return next(cx);
  return then(single(first, cx), next(cx), cx, first);
}

function single(node: Statement, cx: Context): Stream {
  if (Node.isForOfStatement(node)) return loop(node, cx);
  if (Node.isExpressionStatement(node)) return effect(node, cx);
  cx.report(unsupportedStatement(node, cx));
  return sequence([], cx, node);
}

function sequence(items: readonly Stream[], cx: Context, node: Node): Stream {
  return { kind: "sequence", items, span: cx.span(node) };
}

function then(first: Stream, second: Stream, cx: Context, node: Node): Stream {
  const items = [first, second].flatMap((stream) => (stream.kind === "sequence" ? stream.items : [stream]));
  const [only, another] = items;
  return only !== undefined && another === undefined ? only : sequence(items, cx, node);
}

/** `return` ends a generator; inside a loop it would end the loop as well. */
function leaving(node: ReturnStatement, cx: Context): Stream {
  if (cx.inLoop) cx.report(returnInLoop(cx.span(node), "return"));
  if (node.getExpression() !== undefined) cx.report(notAViolation(cx.span(node)));
  return sequence([], cx, node);
}

/** `const x = value;` binds it for what follows. Functions are lowered where they are called. */
export function declarationsOf(
  node: VariableStatement,
  cx: Context,
): readonly { node: VariableDeclaration; value: Expression }[] {
  if (node.getDeclarationKind() !== "const") cx.report(reassignment(cx.span(node)));
  return node.getDeclarations().flatMap((declaration) => {
    const value = declaration.getInitializer();
    return value === undefined || Node.isArrowFunction(value) || Node.isFunctionExpression(value)
      ? []
      : [{ node: declaration, value }];
  });
}

function constants(node: VariableStatement, cx: Context, next: Rest): Stream {
  const bind = (remaining: ReturnType<typeof declarationsOf>, inner: Context): Stream => {
    const [first, ...others] = remaining;
    if (first === undefined) return next(inner);
    const value = inner.expression(first.value);
    const binder = binderFor(first.node.getNameNode(), value.type, "value", inner);
    const body = bind(others, bindPattern(first.node.getNameNode(), binder, inner));
    return { kind: "bind", binder, value, body, span: inner.span(first.node) };
  };
  return bind(declarationsOf(node, cx), cx);
}

/** One way that a statement can go: under a condition, or otherwise. */
interface Way {
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

function choice(node: IfStatement | SwitchStatement, cx: Context, next: Rest): Stream {
  const ways = waysOf(node, cx);
  // Where no way leaves early, what follows stands once, after the choice.
  const early = ways.some((way) => way.body.some(mayLeave));
  const after: Rest = early ? next : (inner) => sequence([], inner, node);
  const branches = ways.reduceRight<Stream>(
    (otherwise, way) => {
      const body = statements(way.body, cx, () => after(cx));
      if (way.test === undefined) return body;
      if (isNothing(body))
        return isNothing(otherwise)
          ? otherwise
          : { kind: "guard", when: not(way.test), then: otherwise, span: cx.span(way.node) };
      return isNothing(otherwise)
        ? { kind: "guard", when: way.test, then: body, span: cx.span(way.node) }
        : { kind: "branch", test: way.test, then: body, else: otherwise, span: cx.span(way.node) };
    },
    sequence([], cx, node),
  );
  return early ? branches : then(branches, next(cx), cx, node);
}

function isNothing(stream: Stream): boolean {
  return stream.kind === "sequence" && stream.items.length === 0;
}

export function statementsIn(node: Statement): readonly Statement[] {
  return Node.isBlock(node) ? (node satisfies Block).getStatements() : [node];
}

/** Does the statement have a `return` or `continue` of its own, outside inner loops and functions? */
function mayLeave(node: Statement): boolean {
  if (Node.isReturnStatement(node) || Node.isContinueStatement(node)) return true;
  if (Node.isIfStatement(node)) {
    const otherwise = node.getElseStatement();
    return [
      ...statementsIn(node.getThenStatement()),
      ...(otherwise === undefined ? [] : statementsIn(otherwise)),
    ].some(mayLeave);
  }
  if (Node.isSwitchStatement(node))
    return node.getClauses().some((clause) => clause.getStatements().some(mayLeave));
  return Node.isBlock(node) && node.getStatements().some(mayLeave);
}

export function leaves(nodes: readonly Statement[]): boolean {
  const last = nodes.at(-1);
  return Node.isReturnStatement(last) || Node.isContinueStatement(last) || Node.isThrowStatement(last);
}

function loop(node: ForOfStatement, cx: Context): Stream {
  const initializer = node.getInitializer();
  const declaration = Node.isVariableDeclarationList(initializer)
    ? initializer.getDeclarations()[0]
    : undefined;
  if (declaration === undefined) {
    cx.report(reassignment(cx.span(initializer)));
    return sequence([], cx, node);
  }
  const { iteration, cx: inner } = openLoop(node.getExpression(), declaration.getNameNode(), undefined, cx);
  const body = statements(statementsIn(node.getStatement()), inner, (end) => sequence([], end, node));
  return { kind: "each", iteration, body, span: cx.span(node) };
}

/** A statement that is an expression: only `yield` does anything. */
function effect(node: ExpressionStatement, cx: Context): Stream {
  const expression = node.getExpression();
  if (Node.isYieldExpression(expression)) return yielded(expression, cx);
  cx.expression(expression);
  cx.report(notAViolation(cx.span(node)));
  return sequence([], cx, node);
}

function yielded(node: YieldExpression, cx: Context): Stream {
  const value = node.getExpression();
  const span = cx.span(node);
  if (!Node.isCallExpression(value)) {
    cx.report(notAViolation(span));
    return sequence([], cx, node);
  }
  const fn = functionOf(value.getExpression());
  const isDelegation = node.getFirstChildByKind(SyntaxKind.AsteriskToken) !== undefined;
  if (fn !== undefined && isDelegation) {
    const generator = cx.policy.functions.generator(fn, cx);
    if (generator === undefined) cx.report(recursion(span, value.getExpression().getText()));
    if (generator?.body.kind !== "stream") {
      if (generator !== undefined) cx.report(notAViolation(span));
      return sequence([], cx, node);
    }
    return {
      kind: "delegate",
      function: generator.name,
      args: cx.policy.functions.args(fn, value, cx),
      span,
    };
  }
  const [message, at, details] = value.getArguments();
  if (details !== undefined) {
    cx.report(
      unsupportedSyntax(
        cx.span(details),
        "details of a violation",
        "use the message, which every engine can show",
      ),
    );
  }
  if (isDelegation || value.getExpression().getText() !== "violation" || !Node.isExpression(message)) {
    cx.report(notAViolation(span));
    return sequence([], cx, node);
  }
  return violation(message, Node.isExpression(at) ? at : undefined, cx, node);
}

/** A violation; `at` is kept where it is a plain path. */
export function violation(message: Expression, at: Expression | undefined, cx: Context, node: Node): Stream {
  const text = cx.expression(message);
  const checked =
    text.kind !== "invalid" && mayBeAbsent(text.type)
      ? cx.invalid(mayBeAbsentHere(cx.span(message), "the message"))
      : text;
  const place = at === undefined ? undefined : cx.expression(at);
  return {
    kind: "violation",
    message: checked,
    span: cx.span(node),
    ...(place === undefined ? {} : { at: place }),
  };
}

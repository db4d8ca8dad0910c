import { type ArithmeticOperator, type Expr, literal, required } from "@policyc/ir";
import { type Expression, type Identifier, Node, type Statement, SyntaxKind } from "ts-morph";
import type { Context } from "../context.js";
import { isLoop } from "../loops.js";
import { resolve } from "../resolve.js";
import { bare } from "./bare.js";
import { computed } from "./computed.js";
import { isOfFilledMap, type Put, putOf } from "./filled-maps.js";
import { addedIfNew, addOf, isAddedIfNew, isOfFilledSet } from "./filled-sets.js";
import { pushOf } from "./gathered.js";
import { listItems } from "./literals.js";
import { coalesce, shortCircuited } from "./operators.js";
import { addedToSeen } from "./seen-sets.js";
import { withElements } from "./set-elements.js";
import { statementsIn } from "./ways.js";

/** What an assignment does to what was there before, as far as it is more than to replace it. */
export type Step =
  | {
      readonly kind: "add" | "subtract" | "or" | "and" | "min" | "max" | "append" | "appendNew";
      readonly by: Expression | 1;
    }
  /** Whatever there was before; of what is written out it is known what it is set to. */
  | { readonly kind: "set"; readonly by: Expression; readonly to?: boolean }
  /** Of a map: what is under a key. */
  | { readonly kind: "put"; readonly put: Put };

/** `x = value`, `x += value`, `x--`. */
export interface Assignment {
  readonly name: Identifier;
  readonly node: Expression;
  /** In a context where the name means what was there before. */
  readonly value: (cx: Context) => Expr;
  /** What a loop can repeat. */
  readonly step: Step | undefined;
}

const counting: ReadonlyMap<SyntaxKind, ArithmeticOperator> = new Map([
  [SyntaxKind.PlusPlusToken, "+"],
  [SyntaxKind.MinusMinusToken, "-"],
]);

const computing: ReadonlyMap<string, ArithmeticOperator> = new Map([
  ["+=", "+"],
  ["-=", "-"],
  ["*=", "*"],
  ["/=", "/"],
  ["%=", "%"],
]);

export function assignmentOf(node: Expression): Assignment | undefined {
  if (Node.isForStatement(node.getParent()) && isLoop(node.getParent())) return undefined;
  if (Node.isPostfixUnaryExpression(node) || Node.isPrefixUnaryExpression(node)) {
    const name = node.getOperand();
    const operator = counting.get(node.getOperatorToken());
    if (operator === undefined || !Node.isIdentifier(name)) return undefined;
    const one = (cx: Context): Expr =>
      computed(operator, cx.expression(name), literal(1, cx.span(node)), node, cx);
    return { name, node, value: one, step: { kind: operator === "+" ? "add" : "subtract", by: 1 } };
  }
  const put = putOf(node);
  if (put !== undefined) return isOfFilledMap(put.name) ? putting(put, node) : undefined;
  const addition = addOf(node);
  if (addition !== undefined)
    return isOfFilledSet(addition.name) ? adding(addition.name, addition.added, node) : undefined;
  const pushed = addedToSeen(node) === undefined ? pushOf(node) : undefined;
  if (pushed !== undefined) return appending(pushed.name, pushed.added, node);
  if (!Node.isBinaryExpression(node)) return undefined;
  const name = node.getLeft();
  const operator = node.getOperatorToken().getText();
  const right = node.getRight();
  if (!Node.isIdentifier(name)) return undefined;
  if (operator === "=")
    return {
      name,
      node,
      value: (cx) => cx.expression(right),
      step: extremeStep(node) ?? stepOf(bare(right), name),
    };
  const computes = computing.get(operator);
  if (computes !== undefined) {
    const value = (cx: Context): Expr =>
      computed(computes, cx.expression(name), cx.expression(right), node, cx);
    const kind = computes === "+" ? "add" : computes === "-" ? "subtract" : undefined;
    return { name, node, value, step: kind === undefined ? undefined : { kind, by: right } };
  }
  if (operator === "??=") return { name, node, value: (cx) => coalesce(node, cx), step: undefined };
  if (operator !== "||=" && operator !== "&&=") return undefined;
  const value = (cx: Context): Expr =>
    shortCircuited(name, operator === "||=" ? "||" : "&&", right, node, cx);
  return { name, node, value, step: { kind: operator === "||=" ? "or" : "and", by: right } };
}

/** What a map has under a key is known after the loop that fills it, and not before. */
function putting(put: Put, node: Expression): Assignment {
  const { name } = put;
  return { name, node, value: (cx) => cx.expression(name), step: { kind: "put", put } };
}

/** `names.add(x)`. */
function adding(name: Identifier, added: Expression, node: Expression): Assignment {
  const value = (cx: Context): Expr => {
    const one = listOfOne(cx.expression(added), cx.span(node));
    return withElements(cx.expression(name), one, cx.span(node), cx);
  };
  return { name, node, value, step: stepOfAdding(node, added) };
}

function listOfOne(value: Expr, span: Expr["span"]): Expr {
  return {
    kind: "list",
    items: [{ spread: false, value }],
    type: { kind: "list", element: value.type },
    span,
  };
}

/** What `if (x > most) most = x;` and `if (!names.includes(x)) names.push(x);` do: more than the assignment in them. */
export function guardedAssignmentOf(node: Statement): Assignment | undefined {
  const [only] = Node.isIfStatement(node) && addedIfNew(node) ? statementsIn(node.getThenStatement()) : [];
  return Node.isExpressionStatement(only) ? assignmentOf(only.getExpression()) : extremeOf(node);
}

function stepOfAdding(node: Expression, by: Expression): Step {
  return { kind: isAddedIfNew(node) ? "appendNew" : "append", by };
}

/** `x.push(e)` is `x = [...x, e]`. */
function appending(name: Identifier, added: Node, node: Expression): Assignment | undefined {
  if (!Node.isExpression(added)) return undefined;
  const value = (cx: Context): Expr => {
    const before = cx.expression(name);
    const items = [{ spread: true, value: before }, ...listItems([added], cx)];
    return { kind: "list", items, type: required(cx.type(name)), span: cx.span(node) };
  };
  return { name, node, value, step: stepOfAdding(node, added) };
}

/** `x + e`, `x || e`, `Math.max(x, e)`, `[...x, e]`; any other value stands in place of `x`. */
function stepOf(node: Expression, name: Identifier): Step | undefined {
  if (Node.isTrueLiteral(node)) return { kind: "set", by: node, to: true };
  if (Node.isFalseLiteral(node)) return { kind: "set", by: node, to: false };
  const isRead =
    isName(node, name) || node.getDescendantsOfKind(SyntaxKind.Identifier).some((one) => isName(one, name));
  return isRead ? repeated(node, name) : { kind: "set", by: node };
}

/** `if (x > most) most = x;` is `most = Math.max(most, x)`: the statement, and what it does. */
function extremeOf(node: Statement): Assignment | undefined {
  const [only, another] = Node.isIfStatement(node) ? statementsIn(node.getThenStatement()) : [];
  if (!Node.isExpressionStatement(only) || another !== undefined) return undefined;
  const assignment = assignmentOf(only.getExpression());
  return isExtreme(assignment?.step) && extremeStep(only.getExpression()) !== undefined
    ? assignment
    : undefined;
}

function isExtreme(step: Step | undefined): boolean {
  return step?.kind === "min" || step?.kind === "max";
}

function extremeStep(node: Expression): Step | undefined {
  const statement = node.getParent();
  const parent = statement?.getParent();
  const choice = Node.isBlock(parent) && parent.getStatements().length === 1 ? parent.getParent() : parent;
  if (!Node.isExpressionStatement(statement) || !Node.isIfStatement(choice)) return undefined;
  const test = bare(choice.getExpression());
  if (choice.getElseStatement() !== undefined || !Node.isBinaryExpression(test)) return undefined;
  if (!Node.isBinaryExpression(node) || !Node.isIdentifier(node.getLeft())) return undefined;
  const operator = test.getOperatorToken().getText();
  const [left, right] = [bare(test.getLeft()).getText(), bare(test.getRight()).getText()];
  const [name, by] = [node.getLeft().getText(), bare(node.getRight())];
  if (!/^[<>]=?$/.test(operator)) return undefined;
  if (left === by.getText() && right === name) return { kind: operator.startsWith(">") ? "max" : "min", by };
  if (right === by.getText() && left === name) return { kind: operator.startsWith("<") ? "max" : "min", by };
  return undefined;
}

const repeatable: ReadonlyMap<string, "add" | "subtract" | "or" | "and"> = new Map([
  ["+", "add"],
  ["-", "subtract"],
  ["||", "or"],
  ["&&", "and"],
]);

function repeated(node: Expression, name: Identifier): Step | undefined {
  if (Node.isBinaryExpression(node)) {
    const operator = node.getOperatorToken().getText();
    const kind = repeatable.get(operator);
    return kind !== undefined && isName(node.getLeft(), name) ? { kind, by: node.getRight() } : undefined;
  }
  if (Node.isArrayLiteralExpression(node)) {
    const [all, added, ...more] = node.getElements();
    const appends = Node.isSpreadElement(all) && isName(all.getExpression(), name) && more.length === 0;
    return appends && added !== undefined ? { kind: "append", by: added } : undefined;
  }
  if (!Node.isCallExpression(node)) return undefined;
  const called = node.getExpression().getText();
  const kind = called === "Math.max" ? "max" : called === "Math.min" ? "min" : undefined;
  const [first, second, ...more] = node.getArguments();
  if (kind === undefined || !Node.isExpression(first) || !Node.isExpression(second) || more.length > 0)
    return undefined;
  const by = isName(first, name) ? second : isName(second, name) ? first : undefined;
  return by === undefined ? undefined : { kind, by };
}

function isName(node: Expression, name: Identifier): boolean {
  const written = bare(node);
  return Node.isIdentifier(written) && resolve(written) === resolve(name);
}

import { type ArithmeticOperator, type Expr, type ListItem, literal, required } from "@policyc/ir";
import { conditional } from "../../build/nodes.js";
import type { Context } from "../../context.js";
import { isInBeginning } from "../../syntax/list-beginnings.js";
import { isLoop } from "../../syntax/loops.js";
import { resolve } from "../../syntax/resolve.js";
import { areNumbers, summandsOf } from "../../syntax/summands.js";
import { variableNamed } from "../../syntax/tallies.js";
import { descendantsOf, isA } from "../../syntax/tree.js";
import { isOf } from "../../types/flags.js";
import { typeAt } from "../../types/kept.js";
import { ts } from "../../typescript.js";
import { bare } from "../expressions/bare.js";
import { computed } from "../expressions/computed.js";
import { listItems } from "../expressions/literals.js";
import { coalesce, shortCircuited } from "../expressions/operators.js";
import { withElements } from "../expressions/set-elements.js";
import { statementsIn } from "../statements/ways.js";
import { extremeStep } from "./extreme-step.js";
import { isOfFilledMap } from "./filled-maps.js";
import { addedIfNew, addOf, isAddedIfNew, isOfFilledSet } from "./filled-sets.js";
import { isOfGathered, orderedBy, type Push, pushOf } from "./gathered.js";
import { pushingAround } from "./pushing-functions.js";
import { type Put, putOf } from "./puts.js";
import { addedToSeen } from "./seen-sets.js";

/** What an assignment does to what was there before, as far as it is more than to replace it. */
export type Step =
  | {
      readonly kind: "add" | "subtract" | "or" | "and" | "min" | "max";
      readonly by: ts.Expression | 1;
      /** Of `n + x + y`: what is added after that. */
      readonly beside?: readonly ts.Expression[];
      /** Of what may have had no value yet: `if (least === undefined || n < least) least = n;` */
      readonly orFirst?: true;
    }
  | { readonly kind: "append" | "appendNew"; readonly by: readonly ts.Expression[] }
  /** Whatever there was before, or what `keeps` that where it is there; of what is written out it is known what it is set to. */
  | {
      readonly kind: "set";
      readonly by: ts.Expression;
      readonly to?: boolean;
      readonly keeps?: true;
    }
  /** Of a map: what is under a key. */
  | { readonly kind: "put"; readonly put: Put };

/** `x = value`, `x += value`, `x--`. */
export interface Assignment {
  readonly name: ts.Identifier;
  readonly node: ts.Expression;
  /** In a context where the name means what was there before. */
  readonly value: (cx: Context) => Expr;
  /** What a loop can repeat. */
  readonly step: Step | undefined;
  /** What its parts are read in, where a function makes it that is called here. */
  readonly within?: (cx: Context) => Context;
  /** What that function asks first, in the same. */
  readonly when?: ts.Expression;
}

const counting: ReadonlyMap<ts.SyntaxKind, ArithmeticOperator> = new Map([
  [ts.SyntaxKind.PlusPlusToken, "+"],
  [ts.SyntaxKind.MinusMinusToken, "-"],
]);

const computing: ReadonlyMap<string, ArithmeticOperator> = new Map([
  ["+=", "+"],
  ["-=", "-"],
  ["*=", "*"],
  ["/=", "/"],
  ["%=", "%"],
]);

export function assignmentOf(node: ts.Expression): Assignment | undefined {
  if (ts.isForStatement(node.parent) && isLoop(node.parent)) return undefined;
  const put = putOf(node);
  if (put !== undefined) return isOfFilledMap(put.name) ? putting(put, node) : undefined;
  if (ts.isPostfixUnaryExpression(node) || ts.isPrefixUnaryExpression(node)) {
    const name = variableNamed(node.operand);
    const operator = counting.get(node.operator);
    if (operator === undefined || name === undefined) return undefined;
    const one = (cx: Context): Expr =>
      computed(operator, cx.expression(name), literal(1, cx.span(node)), node, cx);
    return { name, node, value: one, step: { kind: operator === "+" ? "add" : "subtract", by: 1 } };
  }
  const addition = addedToSeen(node) === undefined ? addOf(node) : undefined;
  if (addition !== undefined)
    return isOfFilledSet(addition.name) ? adding(addition.name, addition.added, node) : undefined;
  const push = pushingAround(node) === undefined ? pushOf(node) : undefined;
  // What is pushed to a list that has another name as well, such as an entry of a map, changes more than that name.
  const isGrown = push !== undefined && isOfGathered(push.name);
  if (isGrown && addedToSeen(node) === undefined && !isInBeginning(node)) return appending(push, node);
  const ordered = orderedBy(node);
  if (ordered !== undefined)
    return { name: ordered, node, value: (cx) => cx.expression(node), step: undefined };
  if (!ts.isBinaryExpression(node)) return undefined;
  const name = variableNamed(node.left);
  const operator = node.operatorToken.getText();
  const right = node.right;
  if (name === undefined) return undefined;
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
  if (operator === "??=")
    return { name, node, value: (cx) => coalesce(node, cx), step: { kind: "set", by: right, keeps: true } };
  if (operator !== "||=" && operator !== "&&=") return undefined;
  const value = (cx: Context): Expr =>
    shortCircuited(name, operator === "||=" ? "||" : "&&", right, node, cx);
  return { name, node, value, step: { kind: operator === "||=" ? "or" : "and", by: right } };
}

/** What a map has under a key is known after the loop that fills it, and not before. */
function putting(put: Put, node: ts.Expression): Assignment {
  const { name } = put;
  return { name, node, value: (cx) => cx.expression(name), step: { kind: "put", put } };
}

/** `names.add(x)`. */
function adding(name: ts.Identifier, added: ts.Expression, node: ts.Expression): Assignment {
  const value = (cx: Context): Expr => {
    const one = listOfOne(cx.expression(added), cx.span(node));
    return withElements(cx.expression(name), one, cx.span(node), cx);
  };
  return { name, node, value, step: stepOfAdding(node, [added]) };
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
export function guardedAssignmentOf(node: ts.Statement): Assignment | undefined {
  const [only] = ts.isIfStatement(node) && addedIfNew(node) ? statementsIn(node.thenStatement) : [];
  return isA(ts.isExpressionStatement, only) ? assignmentOf(only.expression) : extremeOf(node);
}

function stepOfAdding(node: ts.Expression, by: readonly ts.Expression[]): Step {
  return { kind: isAddedIfNew(node) ? "appendNew" : "append", by };
}

/** `x.push(e)` is `x = [...x, e]`. */
function appending({ name, list, added, call }: Push, node: ts.Expression): Assignment {
  const when = call?.when;
  const within = (cx: Context): Context =>
    call === undefined ? cx : cx.policy.functions.withArguments(call.fn, call.node, cx, cx);
  const value = (cx: Context): Expr => {
    const before = cx.expression(name);
    const inner = within(cx);
    const [type, span] = [required(cx.type(list)), cx.span(node)];
    const made = (items: readonly ListItem[]): Expr => ({ kind: "list", items, type, span });
    const items = listItems(added, inner);
    if (when === undefined) return made([{ spread: true, value: before }, ...items]);
    const more = conditional(inner.condition(when), made(items), made([]), type, span);
    return made([before, more].map((one) => ({ spread: true, value: one })));
  };
  const step = stepOfAdding(node, added);
  return { name, node, value, step, within, ...(when === undefined ? {} : { when }) };
}

/** `x + e`, `x || e`, `Math.max(x, e)`, `[...x, e]`; any other value stands in place of `x`. */
function stepOf(node: ts.Expression, name: ts.Identifier): Step | undefined {
  if (node.kind === ts.SyntaxKind.TrueKeyword) return { kind: "set", by: node, to: true };
  if (node.kind === ts.SyntaxKind.FalseKeyword) return { kind: "set", by: node, to: false };
  const isRead = isName(node, name) || descendantsOf(node, ts.isIdentifier).some((one) => isName(one, name));
  return isRead ? repeated(node, name) : { kind: "set", by: node };
}

/** `if (x > most) most = x;` is `most = Math.max(most, x)`: the statement, and what it does. */
function extremeOf(node: ts.Statement): Assignment | undefined {
  const [only, another] = ts.isIfStatement(node) ? statementsIn(node.thenStatement) : [];
  if (!isA(ts.isExpressionStatement, only) || another !== undefined) return undefined;
  const assignment = assignmentOf(only.expression);
  const extreme = extremeStep(only.expression);
  if (assignment === undefined || extreme === undefined) return undefined;
  return extreme.when === undefined ? assignment : { ...assignment, when: extreme.when };
}

const repeatable: ReadonlyMap<string, "add" | "subtract" | "or" | "and"> = new Map([
  ["+", "add"],
  ["-", "subtract"],
  ["||", "or"],
  ["&&", "and"],
]);

function repeated(node: ts.Expression, name: ts.Identifier): Step | undefined {
  if (ts.isBinaryExpression(node)) {
    const operator = node.operatorToken.getText();
    if (operator === "??" && isName(node.left, name)) return { kind: "set", by: node.right, keeps: true };
    const kind = repeatable.get(operator);
    if (kind !== undefined && isName(node.left, name)) return { kind, by: node.right };
    return kind === "add" ? severalAdded(node, name) : undefined;
  }
  if (ts.isArrayLiteralExpression(node)) {
    const [all, ...by] = node.elements;
    const appends = isA(ts.isSpreadElement, all) && isName(all.expression, name) && by.length > 0;
    return appends ? { kind: "append", by } : undefined;
  }
  if (!ts.isCallExpression(node)) return undefined;
  const called = node.expression.getText();
  const kind = called === "Math.max" ? "max" : called === "Math.min" ? "min" : undefined;
  const [first, second, ...more] = node.arguments;
  if (kind === undefined || first === undefined || second === undefined || more.length > 0) return undefined;
  const by = isName(first, name) ? second : isName(second, name) ? first : undefined;
  return by === undefined ? undefined : { kind, by };
}

/** `x + a + b`: numbers, or whatever stands in a text. */
function severalAdded(node: ts.Expression, name: ts.Identifier): Step | undefined {
  const [first, by, ...beside] = summandsOf(node);
  if (first === undefined || by === undefined || !isName(first, name)) return undefined;
  const isText = isOf(typeAt(first), ts.TypeFlags.StringLike);
  return isText || areNumbers([first, by, ...beside]) ? { kind: "add", by, beside } : undefined;
}

function isName(node: ts.Expression, name: ts.Identifier): boolean {
  const written = variableNamed(bare(node));
  return written !== undefined && resolve(written) === resolve(name);
}

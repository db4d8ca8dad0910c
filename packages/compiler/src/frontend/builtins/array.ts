import { booleanType, type Expr, integerType, mayBeAbsent, optional, required, type Type } from "@policyc/ir";
import { type ArrowFunction, type CallExpression, type Expression, Node } from "ts-morph";
import { call, compare, elementType, index, literal } from "../build.js";
import type { Context } from "../context.js";
import { callbackNeeded, wrongArguments } from "../diagnostics/syntax.js";
import { mayBeAbsentHere, objectEquality } from "../diagnostics/types.js";
import { type Loop, openLoop } from "../visitors/iteration.js";
import type { Method } from "./method.js";

type Callback = (node: CallExpression, receiver: Expression, arrow: ArrowFunction, cx: Context) => Expr;

/** A method whose argument is an arrow: it becomes a loop, since the engines have no functions as values. */
function withCallback(name: string, lower: Callback): Method {
  return (node, receiver, cx) => {
    const [arrow] = node.getArguments();
    return Node.isArrowFunction(arrow)
      ? lower(node, receiver, arrow, cx)
      : cx.invalid(callbackNeeded(cx.span(node), name));
  };
}

function loopOf(receiver: Expression, arrow: ArrowFunction, cx: Context): Loop {
  const [item, position] = arrow.getParameters();
  return openLoop(receiver, item?.getNameNode(), position?.getNameNode(), cx);
}

/** What an arrow returns: its expression, or its block's `return`. */
function arrowValue(arrow: ArrowFunction, cx: Context): Expr {
  const body = arrow.getBody();
  if (Node.isBlock(body)) return cx.result(body.getStatements());
  return Node.isExpression(body)
    ? cx.expression(body)
    : cx.invalid(wrongArguments(cx.span(arrow), arrow.getText(), "use an expression"));
}

function arrowCondition(arrow: ArrowFunction, cx: Context): Expr {
  const body = arrow.getBody();
  if (Node.isExpression(body)) return cx.condition(body);
  const value = arrowValue(arrow, cx);
  if (value.type.kind === "boolean" || value.kind === "invalid") return { ...value, type: booleanType };
  return compare("==", value, literal(true, value.span), value.span);
}

const quantify = (quantifier: "some" | "every"): Method =>
  withCallback(quantifier, (node, receiver, arrow, cx) => {
    const { iteration, cx: inner } = loopOf(receiver, arrow, cx);
    return {
      kind: "quantify",
      quantifier,
      iteration,
      where: arrowCondition(arrow, inner),
      type: booleanType,
      span: cx.span(node),
    };
  });

function filtered(node: CallExpression, receiver: Expression, arrow: ArrowFunction, cx: Context): Expr {
  const { iteration, cx: inner } = loopOf(receiver, arrow, cx);
  const value: Expr = {
    kind: "local",
    name: iteration.binder.name,
    type: iteration.binder.type,
    span: cx.span(arrow),
  };
  const declared = cx.type(node);
  const element = declared.kind === "list" ? declared.element : iteration.binder.type;
  return {
    kind: "collect",
    iteration,
    where: arrowCondition(arrow, inner),
    value,
    flatten: false,
    into: "list",
    type: { kind: "list", element },
    span: cx.span(node),
  };
}

const mapped =
  (flatten: boolean): Callback =>
  (node, receiver, arrow, cx) => {
    const { iteration, cx: inner } = loopOf(receiver, arrow, cx);
    const value = arrowValue(arrow, inner);
    const element: Type = flatten && value.type.kind === "list" ? value.type.element : value.type;
    return {
      kind: "collect",
      iteration,
      value,
      flatten,
      into: "list",
      type: { kind: "list", element },
      span: cx.span(node),
    };
  };

const found: Callback = (node, receiver, arrow, cx) => {
  const all = filtered(node, receiver, arrow, cx);
  return index(all, literal(0, cx.span(node)), optional(elementType(all)), cx.span(node));
};

/** `list.includes(x)`: of primitives, by value. */
const includes: Method = (node, receiver, cx) => {
  const list = cx.expression(receiver);
  const [argument] = node.getArguments();
  if (!Node.isExpression(argument))
    return cx.invalid(wrongArguments(cx.span(node), "includes", "use `list.includes(value)`"));
  const value = cx.expression(argument);
  const { kind } = required(value.type);
  if (kind === "record" || kind === "list" || kind === "map")
    return cx.invalid(objectEquality(cx.span(node), "includes"));
  if (mayBeAbsent(value.type) && value.kind !== "invalid")
    return cx.invalid(mayBeAbsentHere(cx.span(argument), `\`${argument.getText()}\``));
  return call("list.includes", [list, value], cx.span(node));
};

const join: Method = (node, receiver, cx) => {
  const list = cx.expression(receiver);
  const [separator] = node.getArguments();
  const text = Node.isExpression(separator) ? cx.expression(separator) : literal(",", cx.span(node));
  const element = required(elementType(list));
  if (element.kind !== "string" && list.kind !== "invalid")
    return cx.invalid(
      wrongArguments(
        cx.span(node),
        "join",
        "use `join` on a list of text: `.map((item) => `${item}`)` before",
      ),
    );
  return call("list.join", [list, text], cx.span(node));
};

const slice: Method = (node, receiver, cx) => {
  const list = cx.expression(receiver);
  const bounds = node
    .getArguments()
    .flatMap((argument) => (Node.isExpression(argument) ? [cx.expression(argument)] : []));
  return call("list.slice", [list, ...bounds], cx.span(node), list.type);
};

/** `list.at(0)`, `list.at(-1)`. */
const at: Method = (node, receiver, cx) => {
  const list = cx.expression(receiver);
  const span = cx.span(node);
  const [argument] = node.getArguments();
  const position = Node.isExpression(argument) ? cx.expression(argument) : undefined;
  if (position?.kind !== "literal" || typeof position.value !== "number")
    return cx.invalid(wrongArguments(span, "at", "use a number: `.at(0)`, `.at(-1)`"));
  const key: Expr =
    position.value >= 0
      ? position
      : {
          kind: "arithmetic",
          operator: "+",
          left: call("list.length", [list], span),
          right: position,
          type: integerType,
          span,
        };
  return index(list, key, optional(elementType(list)), span);
};

const concat: Method = (node, receiver, cx) => {
  const parts = [
    cx.expression(receiver),
    ...node
      .getArguments()
      .flatMap((argument) => (Node.isExpression(argument) ? [cx.expression(argument)] : [])),
  ];
  return {
    kind: "list",
    items: parts.map((value) => ({ spread: value.type.kind === "list", value })),
    type: cx.type(node),
    span: cx.span(node),
  };
};

export const arrayMethods: Readonly<Record<string, Method>> = {
  some: quantify("some"),
  every: quantify("every"),
  filter: withCallback("filter", filtered),
  map: withCallback("map", mapped(false)),
  flatMap: withCallback("flatMap", mapped(true)),
  find: withCallback("find", found),
  includes,
  join,
  slice,
  at,
  concat,
};

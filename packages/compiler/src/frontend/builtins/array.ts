import {
  booleanType,
  type Collect,
  type Expr,
  literal,
  mayBeAbsent,
  optional,
  required,
  stringType,
} from "@policyc/ir";
import { fromEnd } from "../build/from-end.js";
import {
  call,
  compare,
  conditional,
  eachValue,
  elementType,
  index,
  local,
  logic,
  not,
  present,
  some,
} from "../build/nodes.js";
import type { Context } from "../context.js";
import { wrongArguments } from "../diagnostics/syntax.js";
import { withWholeNumbers } from "../types/whole-numbers.js";
import type { ts } from "../typescript.js";
import { thatIsThere } from "../visitors/expressions/chain.js";
import { isPrintable } from "../visitors/expressions/literals.js";
import { givesPairs, pairOf } from "../visitors/loops/iteration.js";
import { asList } from "./as-list.js";
import { type Callback, loopOf, withCallback } from "./callback.js";
import { foundIndex, foundLastIndex, positionOf, primitiveArgument } from "./found-positions.js";
import { pop, reverse, shift, sort, toReversed, toSorted } from "./fresh-lists.js";
import { contextOf, guardedRows } from "./guarded-rows.js";
import { entries } from "./iterators.js";
import { flat, flatMapped, mapped } from "./mapping.js";
import type { Method } from "./method.js";
import { atWholePositions } from "./positions.js";
import { reduce } from "./reduce/reduce.js";
import { reduceRight } from "./reduce/rows.js";
import { trueItems } from "./true-items.js";

const quantify = (quantifier: "some" | "every"): Method =>
  withCallback(quantifier, (node, receiver, callback, cx) => {
    const span = cx.span(node);
    const { truth } = callback;
    const rows = truth === undefined ? undefined : guardedRows(receiver, cx);
    if (truth !== undefined && rows !== undefined) {
      const isSome = quantifier === "some";
      if (rows.length === 0) return literal(!isSome, span);
      const tests = rows.map(({ row, when }) => {
        const holds = truth(contextOf(row, callback, cx));
        if (when === undefined) return holds;
        return isSome ? logic("and", [when, holds], span) : logic("or", [not(when), holds], span);
      });
      return logic(isSome ? "or" : "and", tests, span);
    }
    const loop = loopOf(receiver, callback, cx);
    const where = callback.condition(loop);
    return {
      kind: "quantify",
      quantifier,
      iteration: loop.iteration,
      where,
      type: booleanType,
      span,
    };
  });

function filtered(
  node: ts.CallExpression,
  receiver: ts.Expression,
  callback: Callback,
  cx: Context,
): Collect {
  const span = cx.span(node);
  const loop = loopOf(receiver, callback, cx);
  const { binder } = loop.iteration;
  const value = givesPairs(receiver, cx) ? pairOf(loop.iteration, span) : local(binder, span);
  const declared = cx.type(node);
  const known = withWholeNumbers(declared.kind === "list" ? declared.element : value.type, value.type);
  // What `Boolean` keeps is there, which TypeScript does not see.
  const element = node.arguments[0]?.getText() === "Boolean" ? required(known) : known;
  return {
    kind: "collect",
    iteration: loop.iteration,
    where: callback.condition(loop),
    value,
    flatten: false,
    into: "list",
    type: { kind: "list", element },
    span,
  };
}

const filter = withCallback("filter", filtered);

/** The first (or last) element that a test holds of. */
const found = (position: "first" | "last"): Method =>
  withCallback(position === "first" ? "find" : "findLast", (node, receiver, callback, cx) => {
    const all = filtered(node, receiver, callback, cx);
    const span = cx.span(node);
    const type = optional(all.value.type);
    const list: Expr = { ...all, type: { kind: "list", element: all.value.type } };
    return position === "first"
      ? index(list, literal(0, span), type, span)
      : fromEnd(list, 1, type, span, cx);
  });

/** `list.includes(x)`: of primitives, by value. */
const includes: Method = (node, receiver, cx) => {
  const value = primitiveArgument(node, "includes", cx);
  if (value.kind === "invalid") return value;
  return isAmong(value, { over: listOf(receiver, cx), by: "list.includes" }, cx, cx.span(node));
};

/** Is the value an element of a list or a set? What is absent equals an element that is. */
export function isAmong(
  value: Expr,
  { over, by }: { readonly over: Expr; readonly by: "list.includes" | "set.has" },
  cx: Context,
  span: Expr["span"],
): Expr {
  if (!mayBeAbsent(value.type)) return call(by, [over, value], span);
  const binder = { name: cx.names.unique("item"), type: elementType(over) };
  return some({ over, binder }, compare("==", local(binder, span), value, span), span);
}

/** The receiver of a method call, which an optional chain has shown to be there. */
function listOf(receiver: ts.Expression, cx: Context): Expr {
  return thatIsThere(cx.expression(receiver));
}

const join: Method = (node, receiver, cx) => {
  const list = listOf(receiver, cx);
  const [separator] = node.arguments;
  const text = separator !== undefined ? cx.expression(separator) : literal(",", cx.span(node));
  const element = elementOrDeclared(list, receiver, cx);
  if (list.kind === "invalid" || element.kind === "string")
    return call("list.join", [list, text], cx.span(node));
  if (!isPrintable(required(element)))
    return cx.invalid(
      wrongArguments(
        cx.span(node),
        "join",
        "use `join` on a list of text: `.map((item) => `${item}`)` before",
      ),
    );
  return call("list.join", [asTexts(list, element, cx, node), text], cx.span(node));
};

/** What a list of nothing has says its type: `const sizes: number[] = []`. */
function elementOrDeclared(list: Expr, receiver: ts.Expression, cx: Context): Expr["type"] {
  const element = elementType(list);
  const declared = required(cx.type(receiver));
  const isOfNothing = element.kind === "absent" || element.kind === "unknown";
  return isOfNothing && declared.kind === "list" ? declared.element : element;
}

/** Numbers and Booleans as a template literal prints them, and nothing for what is absent. */
function asTexts(list: Expr, element: Expr["type"], cx: Context, node: ts.CallExpression): Expr {
  const span = cx.span(node);
  const binder = { name: cx.names.unique("item"), type: element };
  const item = local(binder, span);
  const there: Expr = { ...item, type: required(element) };
  const printed: Expr =
    there.type.kind === "string" ? there : { kind: "concat", parts: [there], type: stringType, span };
  const value = mayBeAbsent(element)
    ? conditional(present(item, span), printed, literal("", span), stringType, span)
    : printed;
  return eachValue({ over: list, binder }, value, span);
}

const slice: Method = (node, receiver, cx) => {
  const list = listOf(receiver, cx);
  const bounds = node.arguments.map((argument) => cx.expression(argument));
  return bounds.length === 0
    ? list
    : atWholePositions(call("list.slice", [list, ...bounds], cx.span(node), list.type), cx);
};

/** `list.at(0)`, `list.at(-1)`. */
const at: Method = (node, receiver, cx) => {
  const list = listOf(receiver, cx);
  const span = cx.span(node);
  const [argument] = node.arguments;
  const position = argument !== undefined ? cx.expression(argument) : undefined;
  if (position?.kind !== "literal" || typeof position.value !== "number")
    return cx.invalid(wrongArguments(span, "at", "use a number: `.at(0)`, `.at(-1)`"));
  const element = elementType(list);
  return position.value >= 0
    ? index(list, position, optional(element), span)
    : fromEnd(list, -position.value, optional(element), span, cx);
};

const concat: Method = (node, receiver, cx) => {
  const parts = [
    listOf(receiver, cx),
    ...node.arguments.map((argument) => asList(cx.expression(argument), cx)),
  ];
  return {
    kind: "list",
    items: parts.map((value) => ({ spread: value.type.kind === "list", value })),
    type: required(cx.type(node)),
    span: cx.span(node),
  };
};

export const arrayMethods: Readonly<Record<string, Method>> = {
  some: quantify("some"),
  every: quantify("every"),
  filter: (node, receiver, cx) => trueItems(node, receiver, cx) ?? filter(node, receiver, cx),
  map: mapped,
  flatMap: flatMapped,
  flat,
  find: found("first"),
  findLast: found("last"),
  findIndex: foundIndex,
  findLastIndex: foundLastIndex,
  indexOf: positionOf("first"),
  lastIndexOf: positionOf("last"),
  includes,
  join,
  slice,
  at,
  concat,
  entries,
  reduce,
  reduceRight,
  pop,
  shift,
  sort,
  toSorted,
  reverse,
  toReversed,
};

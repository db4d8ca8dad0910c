import { booleanType, type Collect, type Expr, integerType, numberType, stringType } from "@policyc/ir";
import { call, elementType, logic, not } from "../../build/nodes.js";
import type { Context } from "../../context.js";
import { wrongArguments } from "../../diagnostics/syntax.js";
import { isA } from "../../syntax/tree.js";
import { ts } from "../../typescript.js";
import { bare } from "../../visitors/expressions/bare.js";
import { thatIsThere } from "../../visitors/expressions/chain.js";
import { computed } from "../../visitors/expressions/computed.js";
import { emptySet, isEmptySet, withElements } from "../../visitors/expressions/set-elements.js";
import { isNeverEmpty } from "../../visitors/expressions/shown-by-tests.js";
import { type Loop, openLoop } from "../../visitors/loops/iteration.js";
import { guardedRows } from "../guarded-rows.js";
import type { Method } from "../method.js";
import { reducedToBest } from "./best.js";
import { type BodyTurn, turnOfBody, withConstants } from "./bodies.js";
import { reducedToMap } from "./maps.js";
import { reducedToRecord } from "./records.js";
import { reducerOf } from "./reducer.js";
import { reducedRows } from "./rows.js";
import { named, type Turn } from "./turns.js";

const usage =
  "use it for a sum (`sum + f(x)`), `Math.min` or `Math.max`, `||` or `&&`, with an initial value; `map` and `join` for a text; `best === undefined || x.size > best.size ? x : best` from `undefined` on for the greatest of all; for an object `({ ...all, [key]: value })`, whose value may add to `all[key] ?? 0` or `all[key] ?? []`, or with fields that are each made of what they were themselves";

/** Without an initial value JavaScript throws on an empty list. */
const guard = "use it behind `if (list.length > 0)`, or with an initial value";

/** `list.reduce((acc, x) => …, initial)`, where it is an operation that every engine has, or the list is a table. */
export const reduce: Method = (node, receiver, cx) => {
  const overTable = reducedRows(node, guardedRows(receiver, cx), cx);
  if (overTable !== undefined) return overTable;
  const [argument, initial] = node.arguments;
  const reducer = reducerOf(argument);
  const found =
    reducer &&
    (reducedToMap(reducer, node, receiver, cx) ??
      reducedToBest(reducer, node, receiver, cx) ??
      reducedToRecord(reducer, node, receiver, accumulated, cx));
  if (found !== undefined) return found;
  const [accumulator, item, position] = reducer?.parameters ?? [];
  const name = accumulator?.name;
  const body = reducer && isA(ts.isIdentifier, name) ? turnOfBody(reducer, named(name)) : undefined;
  if (body !== undefined && initial === undefined && isA(ts.isIdentifier, item?.name))
    return ofElements(body, item.name, { node, receiver }, cx);
  const isChanged = body?.turn.isPushed && initial !== undefined && !isMadeHere(bare(initial));
  if (body === undefined || initial === undefined || isChanged)
    return cx.invalid(
      wrongArguments(cx.span(node), "reduce", initial === undefined ? `${guard}; ${usage}` : usage),
    );
  const { iteration, cx: inside } = openLoop(receiver, item?.name, position?.name, cx);
  const loop = { iteration, cx: withConstants(body.constants, inside) };
  const made = bare(initial);
  const begun = isEmptySet(made) ? emptySet(cx.type(made), cx.span(made)) : cx.expression(initial);
  return accumulated(body.turn, loop, begun, node, cx);
};

/** A list or set that nothing else holds. */
function isMadeHere(node: ts.Expression): boolean {
  return ts.isArrayLiteralExpression(node) || ts.isNewExpression(node);
}

/** `numbers.reduce((a, b) => a + b)` and `(a, b) => Math.max(a, b)` of a list that has an element to begin with. */
function ofElements(
  { turn, constants }: BodyTurn,
  item: ts.Identifier,
  { node, receiver }: { readonly node: ts.CallExpression; readonly receiver: ts.Expression },
  cx: Context,
): Expr {
  const span = cx.span(node);
  const isOfElement =
    named(item).is(turn.value) &&
    turn.when.length === 0 &&
    turn.beside === undefined &&
    constants.length === 0;
  const intrinsic = whole[turn.operation];
  if (!isNeverEmpty(receiver)) return cx.invalid(wrongArguments(span, "reduce", guard));
  const list = thatIsThere(cx.expression(receiver));
  if (!isOfElement || intrinsic === undefined || elementType(list).kind !== "number")
    return list.kind === "invalid" ? list : cx.invalid(wrongArguments(span, "reduce", usage));
  return call(intrinsic, [list], span, elementType(list));
}

const whole: Partial<Record<Turn["operation"], "list.sum" | "list.min" | "list.max">> = {
  "+": "list.sum",
  min: "list.min",
  max: "list.max",
};

function accumulated(turn: Turn, loop: Loop, initial: Expr, node: ts.CallExpression, cx: Context): Expr {
  const span = cx.span(node);
  if (turn.operation === "||" || turn.operation === "&&") {
    const held = loop.cx.condition(turn.value);
    const guards = guardsOf(turn, loop.cx);
    const some = turn.operation === "||";
    const where = some
      ? logic("and", [...guards, held], span)
      : logic("or", [...guards.map((guard) => not(guard)), held], span);
    const quantified: Expr = {
      kind: "quantify",
      quantifier: some ? "some" : "every",
      iteration: loop.iteration,
      where,
      type: booleanType,
      span,
    };
    return logic(some ? "or" : "and", [initial, quantified], span);
  }
  return combined(turn, initial, collected(turn, loop, span), node, cx);
}

function combined(turn: Turn, initial: Expr, values: Collect, node: ts.CallExpression, cx: Context): Expr {
  const span = cx.span(node);
  const element = values.type.kind === "list" ? values.type.element : values.type;
  if (turn.operation === "append" && initial.type.kind === "set")
    return withElements(initial, values, span, cx);
  const together: Expr = {
    kind: "list",
    items: [
      { spread: turn.operation === "append", value: initial },
      { spread: true, value: values },
    ],
    type: { kind: "list", element },
    span,
  };
  if (turn.operation === "append") return together;
  if (initial.type.kind === "string" && element.kind === "string" && turn.operation === "+") {
    const joined = call("list.join", [values, { kind: "literal", value: "", type: stringType, span }], span);
    return { kind: "concat", parts: [initial, joined], type: stringType, span };
  }
  // What is wrong in there is said where it is.
  const wrong = [initial, values.value].find(({ kind }) => kind === "invalid");
  if (wrong !== undefined) return wrong;
  if (initial.type.kind !== "number" || element.kind !== "number")
    return cx.invalid(wrongArguments(span, "reduce", usage));
  const type = initial.type.integer && element.integer ? integerType : numberType;
  if (turn.operation === "min" || turn.operation === "max")
    return call(`list.${turn.operation}`, [together], span, type);
  const sum = call("list.sum", [values], span, element);
  return initial.kind === "literal" && initial.value === 0
    ? sum
    : { kind: "arithmetic", operator: "+", left: initial, right: sum, type, span };
}

function collected(turn: Turn, loop: Loop, span: Expr["span"]): Collect {
  const { value: first, beside = [] } = turn;
  const value = beside.reduce<Expr>(
    (sum, node) => computed("+", sum, loop.cx.expression(node), node, loop.cx),
    loop.cx.expression(first),
  );
  const guards = guardsOf(turn, loop.cx);
  const element = turn.spread && value.type.kind === "list" ? value.type.element : value.type;
  return {
    kind: "collect",
    iteration: loop.iteration,
    ...(guards.length === 0 ? {} : { where: logic("and", guards, span) }),
    value,
    flatten: turn.spread,
    into: "list",
    type: { kind: "list", element },
    span,
  };
}

function guardsOf({ when }: Turn, cx: Context): readonly Expr[] {
  return when.map(({ test, holds }) => (holds ? cx.condition(test) : not(cx.condition(test))));
}

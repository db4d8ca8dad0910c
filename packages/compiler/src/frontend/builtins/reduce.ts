import { booleanType, type Collect, type Expr, integerType, numberType, stringType } from "@policyc/ir";
import { call, logic, not } from "../build.js";
import type { Context } from "../context.js";
import { wrongArguments } from "../diagnostics/syntax.js";
import { isA } from "../syntax.js";
import { ts } from "../typescript.js";
import { type Loop, openLoop } from "../visitors/iteration.js";
import { rowsOf } from "../visitors/tables.js";
import type { Method } from "./method.js";
import { reducedToBest } from "./reduce-best.js";
import { turnOfBody, withConstants } from "./reduce-bodies.js";
import { reducedToMap } from "./reduce-maps.js";
import { reducedToRecord } from "./reduce-records.js";
import { reducedRows } from "./reduce-rows.js";
import { named, type Turn } from "./reduce-turns.js";

const usage =
  "use it for a sum (`sum + f(x)`), `Math.min` or `Math.max`, `||` or `&&`, with an initial value; `map` and `join` for a text; `best === undefined || x.size > best.size ? x : best` from `undefined` on for the greatest of all; for an object `({ ...all, [key]: value })`, whose value may add to `all[key] ?? 0` or `all[key] ?? []`, or with fields that are each made of what they were themselves";

/** `list.reduce((acc, x) => …, initial)`, where it is an operation that every engine has, or the list is a table. */
export const reduce: Method = (node, receiver, cx) => {
  const overTable = reducedRows(node, rowsOf(receiver, cx), cx);
  if (overTable !== undefined) return overTable;
  const found = reducedToMap(node, receiver, cx) ?? reducedToBest(node, receiver, cx);
  if (found !== undefined) return found;
  const [arrow, initial] = node.arguments;
  const record = reducedToRecord(node, receiver, accumulated, cx);
  if (record !== undefined) return record;
  const [accumulator, item, position] = isA(ts.isArrowFunction, arrow) ? arrow.parameters : [];
  const name = accumulator?.name;
  const isNamed = isA(ts.isArrowFunction, arrow) && isA(ts.isIdentifier, name);
  const body = isNamed ? turnOfBody(arrow, named(name)) : undefined;
  if (body === undefined || initial === undefined)
    return cx.invalid(wrongArguments(cx.span(node), "reduce", usage));
  const { iteration, cx: inside } = openLoop(receiver, item?.name, position?.name, cx);
  const loop = { iteration, cx: withConstants(body.constants, inside) };
  return accumulated(body.turn, loop, cx.expression(initial), node, cx);
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
  const value = loop.cx.expression(turn.value);
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

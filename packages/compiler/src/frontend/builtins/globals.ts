import {
  type Expr,
  type IntrinsicName,
  integerType,
  literal,
  mayBeAbsent,
  numberType,
  type Type,
} from "@policyc/ir";
import { entryKey } from "../build/entry-key.js";
import { call, compare, conditional, eachValue, elementType, local } from "../build/nodes.js";
import { once } from "../build/once.js";
import type { Context } from "../context.js";
import { impure } from "../diagnostics/flow.js";
import { unsupportedSyntax, wrongArguments } from "../diagnostics/syntax.js";
import { mayBeAbsentHere } from "../diagnostics/types.js";
import { isOwnName } from "../syntax/names.js";
import { ts } from "../typescript.js";
import { valuesOfEnum } from "../visitors/expressions/enums.js";
import { iterable, listItems, printable } from "../visitors/expressions/literals.js";
import { isNeverEmpty } from "../visitors/expressions/shown-by-tests.js";
import { openLoop, pairOf, valuesThatAreThere, valueTypeOf } from "../visitors/loops/iteration.js";
import { keysOf, objectThatIsThere } from "../visitors/loops/object-keys.js";
import { inWrittenOrder } from "../visitors/loops/written-order.js";
import { isKeyOfTable } from "../visitors/rows/tables.js";
import { there } from "./arguments.js";
import { counted, mappedFrom } from "./array-from.js";
import { isArray } from "./is-array.js";
import { isInteger } from "./is-integer.js";
import { numberOfText } from "./number-of-text.js";
import { fromPairs } from "./objects.js";

type GlobalFunction = (node: ts.CallExpression, args: readonly ts.Expression[], cx: Context) => Expr;

function numeric(intrinsic: IntrinsicName, type?: Type): GlobalFunction {
  return (node, args, cx) => {
    const ofList = intrinsic === "math.min" ? "list.min" : intrinsic === "math.max" ? "list.max" : undefined;
    // Of no numbers at all JavaScript says Infinity, which no engine can hold.
    if (ofList !== undefined && args.every(isPerhapsEmpty)) {
      const called = node.expression.getText();
      return cx.invalid(
        wrongArguments(
          cx.span(node),
          called,
          `use a test before it, \`list.length > 0 ? ${called}(...list) : undefined\`, or a number that is always there: \`${called}(0, ...list)\``,
        ),
      );
    }
    if (ofList !== undefined && args.some(ts.isSpreadElement)) {
      const items = listItems(args, cx);
      const types = items.map(({ value, spread }) => (spread ? elementType(value) : value.type));
      const whole = types.every((one) => one.kind === "number" && one.integer) ? integerType : numberType;
      const [only, second] = items;
      const list: Expr =
        only?.spread && second === undefined
          ? only.value
          : { kind: "list", items, type: { kind: "list", element: whole }, span: cx.span(node) };
      return call(ofList, [list], cx.span(node), whole);
    }
    const values = args.map((argument) => {
      const value = cx.expression(argument);
      return value.kind !== "invalid" && mayBeAbsent(value.type)
        ? cx.invalid(mayBeAbsentHere(cx.span(argument), `\`${argument.getText()}\``))
        : value;
    });
    const whole = values.every((value) => value.type.kind === "number" && value.type.integer);
    return call(intrinsic, values, cx.span(node), type ?? (whole ? integerType : numberType));
  };
}

/** `...list` of which nobody knows that there is anything in it. */
function isPerhapsEmpty(argument: ts.Expression): boolean {
  return ts.isSpreadElement(argument) && !isNeverEmpty(argument.expression);
}

const keys: GlobalFunction = (node, [argument], cx) => {
  if (argument === undefined)
    return cx.invalid(wrongArguments(cx.span(node), "Object.keys", "use `Object.keys(value)`"));
  const ordered = inWrittenOrder({ method: "keys", argument, call: node }, cx);
  return ordered ?? keysOf(argument, cx.span(node), cx);
};

/** `Object.hasOwn(map, key)`, which is `key in map`: data has no keys but its own. */
const hasOwn: GlobalFunction = (node, [argument, key], cx) => {
  if (argument === undefined || key === undefined)
    return cx.invalid(wrongArguments(cx.span(node), "Object.hasOwn", "use `Object.hasOwn(value, key)`"));
  const span = cx.span(node);
  return (
    isKeyOfTable(key, argument, cx, span) ??
    call("map.has", [objectThatIsThere(argument, cx), entryKey(cx.expression(key))], span)
  );
};

const values: GlobalFunction = (node, [argument], cx) => {
  if (argument === undefined)
    return cx.invalid(wrongArguments(cx.span(node), "Object.values", "use `Object.values(value)`"));
  const members =
    valuesOfEnum(argument, cx) ?? inWrittenOrder({ method: "values", argument, call: node }, cx);
  if (members !== undefined) return members;
  const over = valuesThatAreThere(argument, cx);
  const binder = { name: cx.names.unique("value"), type: valueTypeOf(node, cx) };
  const span = cx.span(node);
  return eachValue({ over, binder }, local(binder, span), span);
};

/** `Object.entries(x)` as a value: pairs. Loops over it need no list. */
const entries: GlobalFunction = (node, [argument], cx) => {
  if (argument === undefined)
    return cx.invalid(wrongArguments(cx.span(node), "Object.entries", "use `Object.entries(value)`"));
  const ordered = inWrittenOrder({ method: "entries", argument, call: node }, cx);
  if (ordered !== undefined) return ordered;
  const span = cx.span(node);
  const { iteration } = openLoop(node, undefined, undefined, cx);
  return eachValue(iteration, pairOf(iteration, span), span);
};

const fromEntries: GlobalFunction = (node, [argument], cx) =>
  argument === undefined
    ? cx.invalid(wrongArguments(cx.span(node), "Object.fromEntries", "use `Object.fromEntries(pairs)`"))
    : fromPairs(there(argument, cx), node, cx);

/** `Array.from(set)`, `Array.from(list, f)`, `Array.from({ length: 3 }, (_, index) => …)`. */
const arrayFrom: GlobalFunction = (node, args, cx) => {
  const [argument, second] = args;
  if (argument === undefined || second !== undefined)
    return (
      counted(node, cx) ??
      mappedFrom(node, cx) ??
      cx.invalid(
        wrongArguments(
          cx.span(node),
          "Array.from",
          "use `Array.from(set)` and `.map(…)`; or `Array.from({ length: 3 }, (_, index) => …)`, of a constant of 100 at most",
        ),
      )
    );
  return iterable(argument, cx);
};

/** `Math.trunc(x)`, `Math.round(x)`: by the two that every engine has. */
const trunc: GlobalFunction = (node, args, cx) => {
  const span = cx.span(node);
  const [value] = args.map((argument) => there(argument, cx));
  if (value === undefined) return cx.invalid(wrongArguments(span, "Math.trunc", "use `Math.trunc(number)`"));
  return once(value, "number", cx, (number) =>
    conditional(
      compare("<", number, literal(0, span), span),
      call("math.ceil", [number], span, integerType),
      call("math.floor", [number], span, integerType),
      integerType,
      span,
    ),
  );
};

const round: GlobalFunction = (node, args, cx) => {
  const span = cx.span(node);
  const [value] = args.map((argument) => there(argument, cx));
  if (value === undefined) return cx.invalid(wrongArguments(span, "Math.round", "use `Math.round(number)`"));
  const raised: Expr = {
    kind: "arithmetic",
    operator: "+",
    left: value,
    right: literal(0.5, span),
    type: numberType,
    span,
  };
  return call("math.floor", [raised], span, integerType);
};

const number: GlobalFunction = (node, [argument, radix], cx) => {
  const isDecimal = radix === undefined || radix.getText() === "10";
  if (argument !== undefined && isDecimal) return numberOfText(argument, node, cx);
  return cx.invalid(
    unsupportedSyntax(
      cx.span(node),
      `\`${node.getText()}\``,
      "use `parseInteger(text)` or `parseNumber(text)` of @policyc/sdk, which are absent where the text is no number",
    ),
  );
};

const text: GlobalFunction = (node, [argument], cx) =>
  argument === undefined
    ? literal("", cx.span(node))
    : { kind: "concat", parts: [printable(argument, cx)], type: { kind: "string" }, span: cx.span(node) };

const truth: GlobalFunction = (node, [argument], cx) =>
  argument === undefined ? literal(false, cx.span(node)) : cx.condition(argument);

const functions: Readonly<Record<string, GlobalFunction>> = {
  "Object.keys": keys,
  "Object.hasOwn": hasOwn,
  "Object.prototype.hasOwnProperty.call": hasOwn,
  "Object.values": values,
  "Object.entries": entries,
  "Object.fromEntries": fromEntries,
  "Array.from": arrayFrom,
  "Array.isArray": isArray,
  "Math.min": numeric("math.min"),
  "Math.max": numeric("math.max"),
  "Math.abs": numeric("math.abs"),
  "Math.floor": numeric("math.floor", integerType),
  "Math.ceil": numeric("math.ceil", integerType),
  "Math.trunc": trunc,
  "Math.round": round,
  Number: number,
  parseInt: number,
  parseFloat: number,
  "Number.parseInt": number,
  "Number.parseFloat": number,
  "Number.isInteger": isInteger,
  String: text,
  Boolean: truth,
};

/** Is it the name of what gives something else another time, or does something? */
export function isImpure(name: string): boolean {
  return /^(Math\.random|Date|Date\.now|performance|console|fetch|setTimeout|crypto|process|Promise)\b/.test(
    name,
  );
}

/** A call of a function of JavaScript itself; `undefined` where it is none. */
export function globalCall(node: ts.CallExpression, cx: Context): Expr | undefined {
  const name = node.expression.getText();
  if (isImpure(name)) return cx.invalid(impure(cx.span(node), `\`${name}\``));
  const lower = Object.hasOwn(functions, name) && !isOwnName(node.expression) ? functions[name] : undefined;
  return lower?.(node, node.arguments, cx);
}

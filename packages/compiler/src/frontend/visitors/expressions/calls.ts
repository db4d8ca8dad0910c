import { absent, type Expr, mayBeAbsent, optional, required, type Type } from "@policyc/ir";
import { keysThatAreNoTexts, keyThatIsThere } from "../../build/entry-key.js";
import { call, eachValue, elementType, index, local } from "../../build/nodes.js";
import { arrayMethods, isAmong } from "../../builtins/array.js";
import { exec } from "../../builtins/captures.js";
import { globalCall } from "../../builtins/globals.js";
import { inventoryCall, isInventory } from "../../builtins/inventory.js";
import { iterator } from "../../builtins/iterators.js";
import type { Method } from "../../builtins/method.js";
import { atWholePositions } from "../../builtins/positions.js";
import { test } from "../../builtins/regexp.js";
import { numberMethods, stringMethods } from "../../builtins/string.js";
import type { Context } from "../../context.js";
import { mutation, notAViolation } from "../../diagnostics/flow.js";
import { insteadOf } from "../../diagnostics/instead.js";
import { unknownFunction, unknownMethod, unsupportedSyntax } from "../../diagnostics/syntax.js";
import { escapesTypes, mayBeAbsentHere } from "../../diagnostics/types.js";
import type { FunctionNode, Written } from "../../scope.js";
import { isOfSdk } from "../../syntax/of-sdk.js";
import { isJavaScriptMap } from "../../types/from-typescript.js";
import { typeAt } from "../../types/kept.js";
import { returnTypeOf } from "../../types/shape.js";
import { isViolation } from "../../types/violations.js";
import { ts } from "../../typescript.js";
import { openLoop, pairsOf } from "../loops/iteration.js";
import { choiceOf, choosesAmongWritten, chosenAmong } from "../rows/alternatives.js";
import { closureOf } from "../rows/written.js";
import { seenBefore } from "../variables/seen.js";
import { isChained, whenPresent } from "./chain.js";
import { intrinsicOf } from "./intrinsic.js";
import { isPrintable, printable } from "./literals.js";

const setMethods: Readonly<Record<string, Method>> = {
  has: (node, receiver, cx) => {
    const over = cx.expression(receiver);
    const [value] = argumentsOf(node, cx);
    return value === undefined ? over : isAmong(value, { over, by: "set.has" }, cx, cx.span(node));
  },
};

/** Of `Map`. */
const mapMethods: Readonly<Record<string, Method>> = {
  get: (node, receiver, cx) => {
    const [key] = node.arguments;
    const map = cx.expression(receiver);
    if (key === undefined) return map;
    return index(map, keyThatIsThere(key, cx), optional(elementType(map)), cx.span(node));
  },
  has: (node, receiver, cx) =>
    call(
      "map.has",
      [cx.expression(receiver), ...node.arguments.map((key) => keyThatIsThere(key, cx))],
      cx.span(node),
    ),
  keys: iterator(
    (node, receiver, cx) =>
      keysThatAreNoTexts(receiver, cx) ?? call("map.keys", [cx.expression(receiver)], cx.span(node)),
  ),
  values: iterator((node, receiver, cx) => {
    const span = cx.span(node);
    const { iteration } = openLoop(receiver, undefined, undefined, cx);
    return eachValue(iteration, local(iteration.binder, span), span);
  }),
  entries: iterator((node, receiver, cx) => pairsOf(receiver, cx.span(node), cx)),
};

const mutating = new Set(["push", "unshift", "splice", "reverse", "fill", "add", "delete", "clear", "set"]);

export function callExpression(node: ts.CallExpression, cx: Context): Expr {
  const callee = node.expression;
  const known = globalCall(node, cx) ?? seenBefore(node, cx);
  if (known !== undefined) return known;
  const closure = closureOf(callee, cx);
  const chosen = closure === undefined ? chosenCall(node, cx) : undefined;
  if (chosen !== undefined) return chosen;
  if (closure === undefined && ts.isPropertyAccessExpression(callee))
    return methodCall(node, callee.expression, callee.name.text, cx);
  if (closure === undefined) return cx.invalid(unknownFunction(cx.span(node), callee.getText()));
  return closureCall(closure, node, cx);
}

/** `table[key]?.(x)`, `(test ? f : g)(x)`: a choice among the calls. */
function chosenCall(node: ts.CallExpression, cx: Context): Expr | undefined {
  const callee = node.expression;
  if (!choosesAmongWritten(callee, cx)) return undefined;
  const span = cx.span(node);
  const calls = chosenAmong(callee, cx, (closure): Expr => {
    if (closure !== undefined) return closureCall(closure, node, cx);
    return absent(span);
  });
  if (calls !== undefined) return choiceOf(calls, span);
  return ts.isNonNullExpression(callee) ? cx.invalid(escapesTypes(cx.span(callee), "`!`")) : undefined;
}

function closureCall(closure: Written<FunctionNode>, node: ts.CallExpression, cx: Context): Expr {
  const callee = node.expression;
  const { node: fn } = closure;
  if (isInventory(fn)) return inventoryCall(node, cx);
  if (isViolation(returnTypeOf(fn)) && isOfSdk(fn)) return violationAsValue(node, cx);
  const intrinsic = intrinsicOf(fn);
  if (intrinsic === "deepEqual") return call(intrinsic, argumentsOf(node, cx), cx.span(node));
  if (intrinsic === "string.slice")
    return atWholePositions(call(intrinsic, presentArguments(node, cx), cx.span(node)), cx);
  if (intrinsic !== undefined) return call(intrinsic, presentArguments(node, cx), cx.span(node));
  // An intrinsic without a lowering: its JavaScript is no policy TypeScript, so compiling it would blame the SDK.
  if (isOfSdk(fn, "intrinsics")) return cx.invalid(unknownFunction(cx.span(node), callee.getText()));
  return cx.policy.functions.apply(closure, node, cx);
}

/** `violation(message, at)` as a value, in a list that `yield*` reports: whom it blames no engine is told. */
function violationAsValue(node: ts.CallExpression, cx: Context): Expr {
  const [message] = node.arguments;
  const span = cx.span(node);
  if (message === undefined) return cx.invalid(notAViolation(span));
  const entries = [{ name: "message", value: printable(message, cx) }];
  return { kind: "record", entries, type: { kind: "record", name: "Violation" }, span };
}

function methodCall(node: ts.CallExpression, receiver: ts.Expression, name: string, cx: Context): Expr {
  if (name === "test") return test(node, receiver, cx);
  if (name === "exec") return exec(node, receiver, cx);
  const type = receiverType(receiver, cx);
  const methods = isJavaScriptMap(typeAt(receiver))
    ? { table: mapMethods, receiver: "a map" }
    : methodsOf(type);
  if (methods === undefined) return unknownCall(node, receiver, cx);
  const lower = Object.hasOwn(methods.table, name) ? methods.table[name] : undefined;
  return lower === undefined ? refused(node, name, methods, cx) : chained(node, receiver, lower, cx);
}

/** The method is what is wrong, and not the chain before it: that may begin lines above. */
function refused(node: ts.CallExpression, name: string, { table, receiver }: Methods, cx: Context): Expr {
  const callee = node.expression;
  const called = ts.isPropertyAccessExpression(callee) ? callee.name : node;
  const span = { ...cx.span(called), end: cx.span(node).end };
  if (name === "forEach")
    return cx.invalid(
      unsupportedSyntax(
        span,
        "`forEach` like this",
        "use `for (const item of list)`, or `list.forEach((item) => { … });` as a statement",
      ),
    );
  return cx.invalid(
    mutating.has(name)
      ? mutation(span, node.getText())
      : unknownMethod(span, name, receiver, Object.keys(table)),
  );
}

/** Where the receiver itself is none of ours, that is what is wrong. */
function unknownCall(node: ts.CallExpression, receiver: ts.Expression, cx: Context): Expr {
  const called = node.expression.getText();
  const of = insteadOf(called) === undefined ? cx.expression(receiver) : undefined;
  return of?.kind === "invalid" ? of : cx.invalid(unknownFunction(cx.span(node), called));
}

/** `text?.startsWith(x)`: absent where the receiver is. */
function chained(node: ts.CallExpression, receiver: ts.Expression, lower: Method, cx: Context): Expr {
  const value = lower(node, receiver, cx);
  return isChained(node) && value.kind !== "invalid" ? whenPresent(cx.expression(receiver), value) : value;
}

function receiverType(receiver: ts.Expression, cx: Context): Type {
  return required(cx.type(receiver));
}

interface Methods {
  readonly table: Readonly<Record<string, Method>>;
  /** What has them, in words. */
  readonly receiver: string;
}

function methodsOf(type: Type): Methods | undefined {
  if (type.kind === "list") return { table: arrayMethods, receiver: "a list" };
  if (type.kind === "string") return { table: stringMethods, receiver: "a text" };
  if (type.kind === "set") return { table: setMethods, receiver: "a set" };
  if (type.kind === "number") return { table: numberMethods, receiver: "a number" };
  if (type.kind === "union" && isPrintable(type))
    return { table: numberMethods, receiver: "a text or a number" };
  return undefined;
}

function argumentsOf(node: ts.CallExpression, cx: Context): readonly Expr[] {
  return node.arguments.map((argument) => cx.expression(argument));
}

function presentArguments(node: ts.CallExpression, cx: Context): readonly Expr[] {
  return node.arguments.map((argument) => {
    const value = cx.expression(argument);
    const absent = value.kind !== "invalid" && mayBeAbsent(value.type) && value.type.kind !== "unknown";
    return absent ? cx.invalid(mayBeAbsentHere(cx.span(argument), `\`${argument.getText()}\``)) : value;
  });
}

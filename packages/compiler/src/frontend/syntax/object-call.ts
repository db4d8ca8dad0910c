import { ts } from "../typescript.js";
import { isA } from "./tree.js";

/** `Object.keys(x)`, `Object.values(x)`, `Object.entries(x)`. */
export interface ObjectCall {
  readonly method: "keys" | "values" | "entries";
  readonly argument: ts.Expression;
  readonly call: ts.CallExpression;
}

export function objectCall(node: ts.Expression): ObjectCall | undefined {
  if (!ts.isCallExpression(node)) return undefined;
  const callee = node.expression;
  const [argument] = node.arguments;
  if (
    !ts.isPropertyAccessExpression(callee) ||
    callee.expression.getText() !== "Object" ||
    argument === undefined
  )
    return undefined;
  const method = callee.name.text;
  return method === "keys" || method === "values" || method === "entries"
    ? { method, argument, call: node }
    : undefined;
}

/** The `list` of `list.entries()`, or a map. */
export function receiverOfEntries(node: ts.Node | undefined): ts.Expression | undefined {
  const callee = isA(ts.isCallExpression, node) ? node.expression : undefined;
  return isA(ts.isPropertyAccessExpression, callee) && callee.name.text === "entries"
    ? callee.expression
    : undefined;
}

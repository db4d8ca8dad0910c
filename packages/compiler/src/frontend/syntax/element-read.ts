import { ts } from "../typescript.js";
import { isA } from "./tree.js";

/** Where one element of a list, or one entry of a map, is read. */
export interface ElementRead {
  readonly list: ts.Expression;
  readonly position: ts.Expression;
}

/** `list[position]`, `list.at(position)`. */
export function elementRead(read: ts.Expression): ElementRead | undefined {
  if (ts.isElementAccessExpression(read)) return { list: read.expression, position: read.argumentExpression };
  return readBy("at", read);
}

/** `list.at(position)`, `map.get(key)`. */
export function readBy(method: string, read: ts.Expression): ElementRead | undefined {
  const callee = calleeOf(read);
  const [position] = ts.isCallExpression(read) ? read.arguments : [];
  if (callee?.name.text !== method) return undefined;
  return position && { list: callee.expression, position };
}

/** `list.shift()`, `list.pop()`: the list, and which end of it. */
export function endTaken(
  read: ts.Expression,
): { readonly list: ts.Expression; readonly place: 0 | -1 } | undefined {
  const callee = calleeOf(read);
  if (callee?.name.text === "shift") return { list: callee.expression, place: 0 };
  return callee?.name.text === "pop" ? { list: callee.expression, place: -1 } : undefined;
}

function calleeOf(read: ts.Expression): ts.PropertyAccessExpression | undefined {
  const callee = ts.isCallExpression(read) ? read.expression : undefined;
  return isA(ts.isPropertyAccessExpression, callee) ? callee : undefined;
}

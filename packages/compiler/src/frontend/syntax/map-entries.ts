import { ts } from "../typescript.js";
import { bare } from "../visitors/expressions/bare.js";
import { isA, placeChangedBy } from "./tree.js";

/** What a map has under a key. */
export interface MapEntry {
  readonly name: ts.Identifier;
  readonly key: ts.Expression;
}

/** `map[key]`. */
export function entryAt(node: ts.Expression): MapEntry | undefined {
  const written = bare(node);
  if (!ts.isElementAccessExpression(written)) return undefined;
  const [name, key] = [written.expression, written.argumentExpression];
  return ts.isIdentifier(name) && key !== undefined ? { name, key } : undefined;
}

/** `map.get(key)`, `map.set(key, …)`. */
export function entryOfCall(node: ts.Expression, method: "get" | "has" | "set"): MapEntry | undefined {
  const call = bare(node);
  const callee = ts.isCallExpression(call) ? call.expression : undefined;
  if (!ts.isCallExpression(call) || !isA(ts.isPropertyAccessExpression, callee)) return undefined;
  const [name, [key]] = [callee.expression, call.arguments];
  return callee.name.text === method && ts.isIdentifier(name) && key !== undefined
    ? { name, key }
    : undefined;
}

/** What is put into a map under a key. */
export interface PutEntry extends MapEntry {
  readonly value: ts.Expression;
}

/** `map[key] = value`, `map.set(key, value)`. */
export function entryPut(node: ts.Node): PutEntry | undefined {
  if (ts.isBinaryExpression(node)) {
    const place = node.operatorToken.getText() === "=" ? entryAt(node.left) : undefined;
    return place && { ...place, value: node.right };
  }
  const place = ts.isCallExpression(node) ? entryOfCall(node, "set") : undefined;
  const value = ts.isCallExpression(node) ? node.arguments[1] : undefined;
  return place && value !== undefined ? { ...place, value } : undefined;
}

/** What is added to the number that a map has under a key. */
export interface AddedEntry extends MapEntry {
  readonly by: ts.Expression | 1;
}

/** `map[key] += n`, `map[key]++`. */
export function entryAdded(node: ts.Node): AddedEntry | undefined {
  const changed = placeChangedBy(node);
  const place = changed === undefined ? undefined : entryAt(changed);
  if (place === undefined) return undefined;
  if (ts.isBinaryExpression(node))
    return node.operatorToken.getText() === "+=" ? { ...place, by: node.right } : undefined;
  const isUp = (one: ts.Node): boolean =>
    (ts.isPostfixUnaryExpression(one) || ts.isPrefixUnaryExpression(one)) &&
    one.operator === ts.SyntaxKind.PlusPlusToken;
  return isUp(node) ? { ...place, by: 1 } : undefined;
}

/** `key in map`. */
export function entryIn(node: ts.Expression): MapEntry | undefined {
  if (!ts.isBinaryExpression(node) || node.operatorToken.getText() !== "in") return undefined;
  const [key, name] = [node.left, bare(node.right)];
  return ts.isIdentifier(name) ? { name, key } : undefined;
}

/** `map[key]`, `map.get(key)`. */
export function entryRead(node: ts.Expression): MapEntry | undefined {
  return entryAt(node) ?? entryOfCall(node, "get");
}

export function isSameEntry(one: MapEntry, other: MapEntry): boolean {
  return one.name.getText() === other.name.getText() && one.key.getText() === other.key.getText();
}

/** To a list, or to a set. */
export function isAdding(method: string): boolean {
  return method === "push" || method === "add";
}

/** `0`, or what `isEmpty`: what a map has under a key before anything is added there. */
export function isNothing(node: ts.Expression): boolean {
  return bare(node).getText() === "0" || isEmpty(node);
}

/** `[]`, `new Set()`. */
export function isEmpty(node: ts.Expression): boolean {
  const made = bare(node);
  if (ts.isNewExpression(made))
    return made.expression.getText() === "Set" && (made.arguments ?? []).length === 0;
  return ts.isArrayLiteralExpression(made) && made.elements.length === 0;
}

import { ts } from "../typescript.js";
import { bare } from "../visitors/expressions/bare.js";
import { isA, placeChangedBy } from "./tree.js";

/** What a map has under a key. */
export interface MapEntry {
  readonly name: ts.Identifier;
  readonly key: ts.Expression;
}

/** `map[key]`, `map[key]!`. */
export function entryAt(node: ts.Expression): MapEntry | undefined {
  const written = withoutClaim(node);
  if (!ts.isElementAccessExpression(written)) return undefined;
  const [name, key] = [written.expression, written.argumentExpression];
  return ts.isIdentifier(name) && key !== undefined ? { name, key } : undefined;
}

/** Without the `!` that says that it is there. */
function withoutClaim(node: ts.Expression): ts.Expression {
  const written = bare(node);
  return ts.isNonNullExpression(written) ? withoutClaim(written.expression) : written;
}

/** `map.get(key)`, `map.set(key, …)`. */
export function entryOfCall(node: ts.Expression, method: "get" | "has" | "set"): MapEntry | undefined {
  const call = withoutClaim(node);
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

/** `map[key] ??= value;`: what is there already stays. Of `(groups[key] ??= []).push(x)` more is done with it. */
export function entryKept(node: ts.Node): PutEntry | undefined {
  if (!ts.isBinaryExpression(node) || !ts.isExpressionStatement(node.parent)) return undefined;
  const place = node.operatorToken.getText() === "??=" ? entryAt(node.left) : undefined;
  return place && { ...place, value: node.right };
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
  return isPlusPlus(node) ? { ...place, by: 1 } : undefined;
}

/** `n++`, `++n`. */
export function isPlusPlus(node: ts.Node): boolean {
  const isStep = ts.isPostfixUnaryExpression(node) || ts.isPrefixUnaryExpression(node);
  return isStep && node.operator === ts.SyntaxKind.PlusPlusToken;
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

/** `map.has(key)`, `key in map`, `Object.hasOwn(map, key)`. */
export function entryAsked(node: ts.Expression): MapEntry | undefined {
  return entryOfCall(node, "has") ?? entryIn(node) ?? entryOwned(node);
}

function entryOwned(node: ts.Expression): MapEntry | undefined {
  if (!ts.isCallExpression(node)) return undefined;
  const [of, key, another] = node.arguments;
  const isOwn = /^Object\.(?:hasOwn|prototype\.hasOwnProperty\.call)$/.test(node.expression.getText());
  return isOwn && isA(ts.isIdentifier, of) && key !== undefined && another === undefined
    ? { name: of, key }
    : undefined;
}

/** What is done to the entry of a map where that is named: the whole of it. */
export interface EntryUse {
  readonly node: ts.Expression;
  readonly does: "get" | "has" | "set";
}

/** Nothing where the map is more than asked or changed under one key. */
export function entryUse(name: ts.Identifier): EntryUse | undefined {
  const around = name.parent;
  const node = ts.isPropertyAccessExpression(around) ? around.parent : around;
  if (!ts.isExpression(node)) return undefined;
  const isOf = (entry: MapEntry | undefined): boolean => entry?.name === name;
  if (ts.isElementAccessExpression(node)) return isOf(entryAt(node)) ? useOfPlace(node) : undefined;
  if (isOf(entryPut(node))) return { node, does: "set" };
  if (isOf(entryRead(node))) return { node, does: "get" };
  return isOf(entryAsked(node)) ? { node, does: "has" } : undefined;
}

function useOfPlace(node: ts.ElementAccessExpression): EntryUse | undefined {
  const { parent } = node;
  if (ts.isDeleteExpression(parent)) return undefined;
  if (placeChangedBy(parent) !== node) return { node, does: "get" };
  const isPut = entryPut(parent) !== undefined || entryKept(parent) !== undefined;
  return isPut && ts.isExpression(parent) ? { node: parent, does: "set" } : undefined;
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

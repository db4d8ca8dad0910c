import { required } from "@policyc/ir";
import { askedFor, eitherPutAt, readOf } from "../../syntax/either-puts.js";
import { isBegunAtFirst } from "../../syntax/known-entries.js";
import { begunBefore, isInBeginning } from "../../syntax/list-beginnings.js";
import {
  entryAdded,
  entryAt,
  entryKept,
  entryPut,
  entryRead,
  isAdding,
  isNothing,
  isSameEntry,
  type MapEntry,
  type PutEntry,
} from "../../syntax/map-entries.js";
import { addedBefore } from "../../syntax/put-back.js";
import { resolve } from "../../syntax/resolve.js";
import { computedInTurn } from "../../syntax/same-turn.js";
import { areNumbers, summandsOf } from "../../syntax/summands.js";
import { descendantsOf, isA } from "../../syntax/tree.js";
import { isOf } from "../../types/flags.js";
import { fromTypeScript } from "../../types/from-typescript.js";
import { typeAt } from "../../types/kept.js";
import { ts } from "../../typescript.js";
import { bare } from "../expressions/bare.js";

/** `counts[key] = (counts[key] ?? 0) + 1`, `groups.set(key, [...(groups.get(key) ?? []), x])`, `names[key] = x`. */
export interface Put {
  readonly name: ts.Identifier;
  readonly key: ts.Expression;
  /** What becomes of the value that the key had. */
  readonly how: "add" | "append" | "replace";
  readonly by: ts.Expression | 1;
  /** What `push`, or a sum, adds beside that. */
  readonly more?: readonly ts.Expression[];
  /** `names[key] ??= x`: what was put there once stays. */
  readonly keeps?: true;
  /** The list itself grows, for everybody who holds it. */
  readonly isInPlace?: true;
}

/** All that is put there, but for a number that counts. */
export function allAdded({ by, more = [] }: Put): readonly ts.Expression[] {
  return by === 1 ? more : [by, ...more];
}

/** Nothing where it is anything else. */
export function putOf(node: ts.Node): Put | undefined {
  const put = putByItself(node);
  return put === undefined || isInBeginning(node) ? undefined : put;
}

function putByItself(node: ts.Node): Put | undefined {
  const kept = entryKept(node);
  if (kept !== undefined) return putAlone({ ...kept, how: "replace", by: kept.value, keeps: true });
  const place = entryPut(node);
  const added = place === undefined ? undefined : addedBefore(node);
  if (added !== undefined && place !== undefined) {
    const { name, key } = place;
    const { how, by } = added;
    if (by !== 1 && mentions(by, name)) return undefined;
    if (how === "add") return { name, key, how, by };
    if (by !== 1 && isRead(bare(place.value), place)) return { name, key, how, by, isInPlace: true };
  }
  const put = place === undefined ? (pushedTo(node) ?? addedTo(node)) : putAt(place);
  return put && putAlone(put);
}

/** Nothing where what is put there, or its key, is made of the map itself. */
function putAlone(put: Put): Put | undefined {
  return [put.key, ...allAdded(put)].some((part) => mentions(part, put.name)) ? undefined : put;
}

/** The same of what an accumulator of `reduce` is given: in a statement, or as a property of what is returned. */
export function putInto(given: ts.Node | PutEntry, name: ts.Identifier): Put | undefined {
  const put = "kind" in given ? putOf(given) : putAt(given);
  return put === undefined || resolve(put.name) !== resolve(name) ? undefined : putAlone(put);
}

function putAt(place: PutEntry): Put | undefined {
  const { name, key } = place;
  const either = eitherPutAt(place);
  if (either !== undefined) return { name, key, how: either.how, by: either.by };
  const value = computedBefore(bare(place.value), key);
  if (ts.isBinaryExpression(value) && value.operatorToken.getText() === "+" && isGrown(value.left, place))
    return { name, key, how: "add", by: value.right };
  const several = severalAdded(value, place);
  if (several !== undefined) return several;
  const isOfNumber = ts.isBinaryExpression(value) && isOf(typeAt(value.left), ts.TypeFlags.NumberLike);
  if (isOfNumber && value.operatorToken.getText() === "+" && isRead(value.right, place))
    return { name, key, how: "add", by: value.left };
  const begun = addedOrBegun(value, place);
  if (begun !== undefined) return { name, key, how: "add", by: begun };
  const more = grown(value, place);
  if (more !== undefined) return more;
  const kept = ts.isBinaryExpression(value) && isEntryOrElse(value, place) ? value.right : undefined;
  if (kept !== undefined) return { name, key, how: "replace", by: kept, keeps: true };
  const [first, second, third] = elementsOf(value);
  if (isA(ts.isSpreadElement, first) && isRead(first.expression, place))
    return second === undefined || third !== undefined ? undefined : { name, key, how: "append", by: second };
  return { name, key, how: "replace", by: place.value };
}

/** `(counts[key] ?? 0) + a + b` of numbers. */
function severalAdded(value: ts.Expression, place: PutEntry): Put | undefined {
  const [first, by, ...more] = summandsOf(value);
  if (first === undefined || by === undefined || !isGrown(first, place)) return undefined;
  const { name, key } = place;
  return areNumbers([first, by, ...more]) ? { name, key, how: "add", by, more } : undefined;
}

/** `names[key] ?? x`: what is there already, or something to begin with. */
function isEntryOrElse(value: ts.BinaryExpression, place: PutEntry): boolean {
  const read = value.operatorToken.getText() === "??" ? entryRead(bare(value.left)) : undefined;
  return read !== undefined && isSameEntry(read, place);
}

/** The `x` of `counts[key] ? counts[key] + x : x`, of `counts[key] === undefined ? x : counts[key] + x`. */
function addedOrBegun(value: ts.Expression, place: PutEntry): ts.Expression | undefined {
  if (!ts.isConditionalExpression(value)) return undefined;
  const asked = askedFor(bare(value.condition));
  const ways = [value.whenTrue, value.whenFalse] as const;
  const [there, begun] = asked?.isThere ? ways : [ways[1], ways[0]];
  const sum = bare(there);
  if (asked === undefined || !isSameEntry(asked, place) || !ts.isBinaryExpression(sum)) return undefined;
  const read = readOf(sum.left, place.key);
  const isSum = sum.operatorToken.getText() === "+" && read !== undefined && isSameEntry(read, place);
  return isSum && bare(sum.right).getText() === bare(begun).getText() ? sum.right : undefined;
}

/** `names.concat(x)` of a list, `names.add(x)` of a set: the same with one more. */
function grown(value: ts.Expression, place: PutEntry): Put | undefined {
  const callee = ts.isCallExpression(value) ? value.expression : undefined;
  if (!ts.isCallExpression(value) || !isA(ts.isPropertyAccessExpression, callee)) return undefined;
  const [by, another] = value.arguments;
  if (by === undefined || another !== undefined || !isRead(callee.expression, place)) return undefined;
  const { name, key } = place;
  if (callee.name.text === "add") return { name, key, how: "append", by, isInPlace: true };
  return callee.name.text === "concat" && !isList(by) ? { name, key, how: "append", by } : undefined;
}

/** `concat` takes apart what may be one. */
function isList(node: ts.Expression): boolean {
  const kind = required(fromTypeScript(typeAt(node))).kind;
  return kind !== "string" && kind !== "number" && kind !== "boolean" && kind !== "record";
}

/** `[...names, x]`, `new Set([...names, x])`. */
function elementsOf(value: ts.Expression): readonly ts.Expression[] {
  if (ts.isArrayLiteralExpression(value)) return value.elements;
  const isSet = ts.isNewExpression(value) && value.expression.getText() === "Set";
  const [list, another] = isSet ? (value.arguments ?? []) : [];
  return list === undefined || another !== undefined ? [] : elementsOf(bare(list));
}

/** `const n = (counts.get(key) ?? 0) + 1;` of the same turn, where that is what is put there. */
function computedBefore(value: ts.Expression, key: ts.Expression): ts.Expression {
  const kept = computedInTurn(value, key);
  return kept !== undefined && ts.isBinaryExpression(bare(kept)) ? bare(kept) : value;
}

/** A field that has the name of the map, `w.hours` beside `hours`, is another thing. */
function mentions(node: ts.Node, name: ts.Identifier): boolean {
  const isIt = (one: ts.Node): boolean =>
    ts.isIdentifier(one) && one.getText() === name.getText() && resolve(one) === resolve(name);
  return isIt(node) || descendantsOf(node, ts.isIdentifier).some(isIt);
}

/** `(groups[key] ??= []).push(x)`, `(groups[key] ??= new Set()).add(x)`, or the same with `||=`, as a list is true, or in two statements. */
function pushedTo(node: ts.Node): Put | undefined {
  const callee = ts.isCallExpression(node) ? node.expression : undefined;
  if (!ts.isCallExpression(node) || !isA(ts.isPropertyAccessExpression, callee)) return undefined;
  const filled = bare(callee.expression);
  const [by, ...more] = node.arguments;
  if (!isAdding(callee.name.text) || by === undefined) return undefined;
  const isBegun = ts.isBinaryExpression(filled) && /^(?:\?\?|\|\|)=$/.test(filled.operatorToken.getText());
  const place = isBegun ? entryAt(filled.left) : (begunBefore(node) ?? begunAtFirst(entryRead(filled)));
  return place && { ...place, how: "append", by, more, isInPlace: true };
}

/** `counts[key] += n`, `counts[key]++`, where the statement before, or the map itself, has begun with something. */
function addedTo(node: ts.Node): Put | undefined {
  const added = entryAdded(node);
  const isBegun = begunBefore(node) !== undefined || begunAtFirst(added) !== undefined;
  return added && isBegun ? { ...added, how: "add" } : undefined;
}

function begunAtFirst(entry: MapEntry | undefined): MapEntry | undefined {
  return entry !== undefined && isBegunAtFirst(entry) ? entry : undefined;
}

/** What was there, or nothing; or what is there, as the statement before has begun with nothing. */
function isGrown(node: ts.Expression, place: PutEntry): boolean {
  if (isRead(node, place)) return true;
  const isBegun = begunBefore(place.value.parent) !== undefined || isBegunAtFirst(place);
  const read = isBegun ? entryRead(bare(node)) : undefined;
  return read !== undefined && isSameEntry(read, place);
}

/** `map[key] ?? 0`, `map.get(key) || []`, or a name for it: what was there, or nothing. */
function isRead(node: ts.Expression, { name, key }: MapEntry): boolean {
  const written = bare(node);
  const kept = computedInTurn(written, key);
  if (kept !== undefined) return isRead(kept, { name, key });
  if (!ts.isBinaryExpression(written) || !/^(?:\?\?|\|\|)$/.test(written.operatorToken.getText()))
    return false;
  const [read, fallback] = [bare(written.left), bare(written.right)];
  const place = entryRead(read);
  return (
    (isNothing(fallback) || fallback.getText() === '""') &&
    place !== undefined &&
    isSameEntry(place, { name, key })
  );
}

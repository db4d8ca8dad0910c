import {
  booleanType,
  type Expr,
  integerType,
  literal,
  mayBeAbsent,
  required,
  stringType,
  type Type,
  unknownType,
} from "@policyc/ir";
import { entryKey } from "../build/entry-key.js";
import { call, compare, eachValue, elementType, index, local, logic } from "../build/nodes.js";
import { once } from "../build/once.js";
import type { Context } from "../context.js";
import { wrongArguments } from "../diagnostics/syntax.js";
import { mayBeAbsentHere, mixedTypes } from "../diagnostics/types.js";
import { isOf } from "../types/flags.js";
import { fromTypeScript } from "../types/from-typescript.js";
import { typeAt } from "../types/kept.js";
import { elementTypeOf, isTuple, typeArguments } from "../types/shape.js";
import { ts } from "../typescript.js";

/** `Object.fromEntries(pairs)`, `new Map(pairs)`: of two pairs with one key the last counts. */
export function fromPairs(pairs: Expr, node: ts.Node, cx: Context): Expr {
  if (pairs.kind === "invalid") return pairs;
  const span = cx.span(node);
  const declared = cx.type(node);
  const value = declared.kind === "map" ? declared.value : unknownType;
  if (mayBeAbsent(value) && value.kind !== "unknown")
    return cx.invalid(mayBeAbsentHere(span, "a value of the object"));
  if (isOf(typeAt(node), ts.TypeFlags.Any) && holdsAbsent(elementType(pairs)))
    return cx.invalid(mayBeAbsentHere(span, "a key or value of the object"));
  const keys = keyTypeOf(node);
  // `undefined` is a key of a `Map` like others.
  if (mayBeAbsent(keys) && keys.kind !== "unknown")
    return cx.invalid(mayBeAbsentHere(span, "a key of the map"));
  const type: Type = { kind: "map", value };
  // A map has each key once, and nothing changes it.
  if (pairs.type.kind === "map") return pairs;
  if (pairs.type.kind === "union")
    return cx.invalid(mixedTypes(span, "what may be a list of pairs or a map"));
  return writtenOut(pairs, type) ?? ofEntries(pairs, type) ?? mapOfPairs(pairs, { keys, type }, span, cx);
}

interface PairTypes {
  readonly keys: Type;
  readonly type: Type;
  readonly keepsFirst?: boolean;
}

/** Of pairs with any keys: of two with one key the last counts, or the first. */
export function mapOfPairs(pairs: Expr, types: PairTypes, span: Expr["span"], cx: Context): Expr {
  return once(pairs, "pairs", cx, (list) => lastOfEach(list, types, span, cx));
}

/** TypeScript says no more than `any` of an object whose keys are no texts. */
function holdsAbsent(pair: Type): boolean {
  return pair.kind === "list" && pair.element.kind !== "unknown" && mayBeAbsent(pair.element);
}

/** What TypeScript knows of the keys of `Object.fromEntries(pairs)` and `new Map(pairs)`. */
function keyTypeOf(node: ts.Node): Type {
  const [pairs] = (ts.isCallExpression(node) || ts.isNewExpression(node) ? node.arguments : undefined) ?? [];
  const pair = pairs === undefined ? undefined : elementTypeOf(typeAt(pairs));
  if (pair === undefined) return stringType;
  const key = isTuple(pair) ? typeArguments(pair)[0] : elementTypeOf(pair);
  return key === undefined ? stringType : fromTypeScript(key);
}

/** Pairs that are written out, with keys that are. */
function writtenOut(pairs: Expr, type: Type): Expr | undefined {
  if (pairs.kind !== "list") return undefined;
  const entries = new Map<string, Expr>();
  for (const { spread, value: pair } of pairs.items) {
    const [key, value] = pair.kind === "list" ? pair.items : [];
    if (spread || key?.value.kind !== "literal" || value === undefined) return undefined;
    entries.set(String(key.value.value), value.value);
  }
  const named = [...entries].map(([name, value]) => ({ name, value }));
  return { kind: "record", entries: named, type, span: pairs.span };
}

/** What goes through the entries of an object and keeps their keys has each key once. */
function ofEntries(pairs: Expr, type: Type): Expr | undefined {
  if (pairs.kind !== "collect" || pairs.flatten || pairs.value.kind !== "list") return undefined;
  const { key } = pairs.iteration;
  const [name, value] = pairs.value.items;
  const isKey = name?.value.kind === "local" && name.value.name === key?.name;
  const { kind } = pairs.iteration.over.type;
  if (!isKey || value === undefined || (kind !== "map" && kind !== "record")) return undefined;
  return { ...pairs, into: "map", mapKey: entryKey(name.value), value: value.value, type };
}

function lastOfEach(
  pairs: Expr,
  { keys: key, type, keepsFirst = false }: PairTypes,
  span: Expr["span"],
  cx: Context,
): Expr {
  const pairType = elementType(pairs);
  const part = (name: string, at: number, of: Type): Expr =>
    index(local({ name, type: pairType }, span), literal(at, span), of, span);
  const [pair, position] = [cx.names.unique("pair"), cx.names.unique("position")];
  const [later, after] = [
    cx.names.unique(keepsFirst ? "earlier" : "later"),
    cx.names.unique(keepsFirst ? "before" : "after"),
  ];
  const isAside = compare(
    keepsFirst ? ">=" : "<=",
    local({ name: after, type: integerType }, span),
    local({ name: position, type: integerType }, span),
    span,
  );
  const where: Expr = {
    kind: "quantify",
    quantifier: "every",
    iteration: {
      over: pairs,
      binder: { name: later, type: pairType },
      key: { name: after, type: integerType },
    },
    where: logic("or", [isAside, compare("!=", part(later, 0, key), part(pair, 0, key), span)], span),
    type: booleanType,
    span,
  };
  return {
    kind: "collect",
    iteration: {
      over: pairs,
      binder: { name: pair, type: pairType },
      key: { name: position, type: integerType },
    },
    where,
    mapKey: entryKey(part(pair, 0, key)),
    value: part(pair, 1, type.kind === "map" ? type.value : unknownType),
    flatten: false,
    into: "map",
    type,
    span,
  };
}

/** `{ ...defaults, ...labels }` of objects with any keys: the last one's value counts. */
export function merged(maps: readonly Expr[], node: ts.Node, cx: Context): Expr {
  const [first, ...others] = maps;
  if (first === undefined) return cx.invalid(wrongArguments(cx.span(node), "...", "use objects"));
  return others.reduce(
    (left, right) =>
      once(left, "left", cx, (one) => once(right, "right", cx, (other) => union(one, other, node, cx))),
    first,
  );
}

function union(left: Expr, right: Expr, node: ts.Node, cx: Context): Expr {
  const span = cx.span(node);
  // Each key is one of theirs, so that its value is there.
  const value = required(elementType(right));
  const [name, own] = [cx.names.unique("key"), cx.names.unique("own")];
  const key = local({ name, type: { kind: "string" } }, span);
  const ownKey = local({ name: own, type: { kind: "string" } }, span);
  const ofLeft = { over: call("map.keys", [left], span), binder: { name: own, type: ownKey.type } };
  const onlyLeft: Expr = {
    ...eachValue(ofLeft, ownKey, span),
    where: { kind: "not", operand: call("map.has", [right, ownKey], span), type: booleanType, span },
  };
  const keys: Expr = {
    kind: "list",
    items: [onlyLeft, call("map.keys", [right], span)].map((item) => ({ spread: true, value: item })),
    type: { kind: "list", element: { kind: "string" } },
    span,
  };
  return {
    kind: "collect",
    iteration: { over: keys, binder: { name, type: { kind: "string" } } },
    mapKey: key,
    value: {
      kind: "conditional",
      test: call("map.has", [right, key], span),
      then: index(right, key, value, span),
      else: index(left, key, value, span),
      type: value,
      span,
    },
    flatten: false,
    into: "map",
    type: { kind: "map", value },
    span,
  };
}

/** The entries of a map but for some keys: `const { app, ...others } = labels`. */
export function without(of: Expr, names: readonly string[], span: Expr["span"], cx: Context): Expr {
  const [key, binder] = [cx.names.unique("key"), cx.names.unique("value")];
  const read = local({ name: key, type: { kind: "string" } }, span);
  const value = elementType(of);
  return {
    kind: "collect",
    iteration: {
      over: of,
      binder: { name: binder, type: value },
      key: { name: key, type: { kind: "string" } },
    },
    where: logic(
      "and",
      names.map((name) => compare("!=", read, literal(name, span), span)),
      span,
    ),
    mapKey: read,
    value: local({ name: binder, type: value }, span),
    flatten: false,
    into: "map",
    type: { kind: "map", value },
    span,
  };
}

import {
  type Expr,
  integerType,
  literal,
  mayBeAbsent,
  numberType,
  required,
  stringType,
  type Type,
} from "@policyc/ir";
import { entryKey, isSameKey, keyThatIsThere } from "../../build/entry-key.js";
import { call, conditional, elementType, local } from "../../build/nodes.js";
import { mapOfPairs } from "../../builtins/objects.js";
import type { Context } from "../../context.js";
import { mayBeAbsentHere } from "../../diagnostics/types.js";
import { oneOf } from "../../types/from-typescript.js";
import { withKeysBegun, withPairsBegun, withValuesBegun } from "./begun-maps.js";
import { type Combination, lists } from "./combinations.js";
import { allAdded, type Put } from "./puts.js";

/** What a loop adds to a variable, under a combination of its turns. */
type Adds = (how: Combination) => Expr | undefined;

/** What a map is after a loop that fills it: under each key what it began with, and what all turns with that key have put there. */
export function afterPuts(
  puts: readonly Put[],
  begun: Expr,
  adds: Adds,
  {
    cx,
    span,
    keepsFirst = puts.every(({ keeps }) => keeps),
  }: { readonly cx: Context; readonly span: Expr["span"]; readonly keepsFirst?: boolean },
): Expr | undefined {
  const { type } = begun;
  const [how, another] = new Set(puts.map((put) => put.how));
  if (how === undefined || another !== undefined) return undefined;
  if (type.kind !== "map") return ofKnownKeys(begun, how, adds);
  if (!keepsFirst && puts.some(({ keeps }) => keeps)) return undefined;
  if (how === "replace") {
    const pairs = adds(eachPut((put, inner) => pairOf(put, inner)));
    return (
      pairs && mapOfPairs(withPairsBegun(begun, pairs), { keys: stringType, type, keepsFirst }, span, cx)
    );
  }
  const binder = { name: cx.names.unique("key"), type: stringType };
  const key = local(binder, span);
  const keys = adds(eachPut(keyOf));
  const values = adds(ofKey(key));
  const value = values && together(withValuesBegun(begun, values, { key, how }), how, required(type.value));
  if (keys === undefined || value === undefined) return undefined;
  const over = call("set.of", [withKeysBegun(begun, keys)], span, { kind: "set", element: stringType });
  return {
    kind: "collect",
    iteration: { over, binder },
    mapKey: key,
    value,
    flatten: false,
    into: "map",
    type,
    span,
  };
}

/** The same of an object whose keys its type names, `{ small: 0, big: 0 }`: each field has what is put under its key. */
function ofKnownKeys(begun: Expr, how: Put["how"], adds: Adds): Expr | undefined {
  if (begun.kind !== "record" || how === "replace") return undefined;
  const entries = begun.entries.map(({ name, value: first }) => {
    const key = literal(name, begun.span);
    const all = adds(ofKey(key));
    const value = all && together(withValuesBegun(begun, all, { key, how }), how, typeOf(first, all, how));
    return value && { name, value };
  });
  const known = entries.flatMap((entry) => entry ?? []);
  return known.length === entries.length ? { ...begun, entries: known } : undefined;
}

function typeOf(first: Expr, all: Expr, how: Put["how"]): Type {
  return how === "append" && first.type.kind === "list" ? all.type : first.type;
}

/** A list with something of each put. */
function eachPut(of: (put: Put, cx: Context) => Expr): Combination {
  return {
    ...lists,
    one: (step, cx, span) => {
      if (step.kind !== "put") return undefined;
      const value = of(step.put, cx);
      const items = [{ spread: false, value }];
      return { kind: "list", items, type: { kind: "list", element: value.type }, span };
    },
  };
}

/** The values that are put under a key. */
export function ofKey(key: Expr): Combination {
  return {
    ...lists,
    one: (step, cx, span) => {
      const value = step.kind === "put" ? addedBy(step.put, cx, span) : undefined;
      if (step.kind !== "put" || value === undefined) return undefined;
      return conditional(
        isSameKey(keyOf(step.put, cx), key, span),
        value,
        { kind: "list", items: [], type: value.type, span },
        value.type,
        span,
      );
    },
  };
}

function addedBy(put: Put, cx: Context, span: Expr["span"]): Expr | undefined {
  if (put.by !== 1) return lists.one({ kind: "append", by: allAdded(put) }, cx, span);
  const items = [{ spread: false, value: literal(1, span) }];
  return { kind: "list", items, type: { kind: "list", element: integerType }, span };
}

export function keyOf({ key }: Put, cx: Context): Expr {
  return entryKey(cx.expression(key));
}

function pairOf(put: Put, cx: Context): Expr {
  const value = put.by === 1 ? literal(1, cx.span(put.key)) : cx.expression(put.by);
  // JavaScript would keep the key, and no engine has a key without a value.
  if (mayBeAbsent(value.type) && value.kind !== "invalid")
    return cx.invalid(mayBeAbsentHere(value.span, `\`${textOf(put)}\``));
  const parts = [keyThatIsThere(put.key, cx), value];
  return {
    kind: "list",
    items: parts.map((value) => ({ spread: false, value })),
    type: { kind: "list", element: oneOf(parts.map(({ type }) => type)) },
    span: cx.span(put.key),
  };
}

function textOf({ by, key }: Put): string {
  return (by === 1 ? key : by).getText();
}

/** A list as it is, the set of what is in it, or the sum of its numbers. */
export function together(values: Expr, how: Put["how"], type: Type): Expr | undefined {
  if (how === "append" && type.kind === "set") return call("set.of", [values], values.span, type);
  if (how === "append") return type.kind === "list" ? values : undefined;
  const element = elementType(values);
  if (type.kind !== "number" || element.kind !== "number") return undefined;
  if (isAlwaysOne(values)) return call("list.length", [values], values.span);
  return call("list.sum", [values], values.span, element.integer ? integerType : numberType);
}

function isAlwaysOne(values: Expr): boolean {
  if (values.kind !== "collect" || values.into !== "list") return false;
  return values.flatten
    ? isAlwaysOne(values.value)
    : values.value.kind === "literal" && values.value.value === 1;
}

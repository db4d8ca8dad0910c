import { type Call, type Expr, type IntrinsicName, mayBeAbsent, required } from "@policyc/ir";
import { and, binary, call, choice, int, method, name, text } from "../build.js";
import type { Context } from "../context.js";
import { iterable } from "../expressions/reads.js";
import {
  asInt,
  dyn,
  eachValueOnce,
  elementOf,
  isSameType,
  isStatic,
  type Lowered,
  listType,
  madeOf,
  plain,
  strictlyInt,
  unwrap,
} from "../lowered.js";
import type { Cel } from "../syntax.js";
import { argument, cel, lowered } from "./arguments.js";
import type { IntrinsicLowering } from "./lowering.js";

type CollectionIntrinsic = Extract<IntrinsicName, `list.${string}` | `set.${string}` | `map.${string}`>;

/** A set is a list in CEL; where its size matters, `distinct` makes it one. */
export const collectionIntrinsics: { readonly [K in CollectionIntrinsic]: IntrinsicLowering } = {
  "list.includes": membership,
  "list.length": size,
  "list.join": (expr, cx) =>
    plain(method(iterable(argument(expr, 0), cx).cel, "join", cel(expr, 1, cx)), "string"),
  "list.slice": slice,
  "list.distinct": (expr, cx) => fromLists(expr, "distinct", "each value once", cx),
  "list.sorted": sorted,
  "list.reversed": (expr, cx) => fromLists(expr, "reverse", "a list turned round", cx),
  "set.has": membership,
  "set.size": setSize,
  "set.of": setOf,
  "map.has": (expr, cx) => plain(binary("in", cel(expr, 1, cx), cel(expr, 0, cx)), "bool"),
  "map.keys": keys,
  "map.size": size,
  "list.sum": sum,
  "list.min": (expr, cx) => extreme(expr, "min", "Infinity", cx),
  "list.max": (expr, cx) => extreme(expr, "max", "-Infinity", cx),
};

/** What the list library of CEL has as a method. Of an untyped list its checker takes elements for what comes first. */
function fromLists(expr: Call, called: string, what: string, cx: Context): Lowered {
  if (!cx.has("lists")) return cx.needs("lists", expr, what);
  const list = iterable(argument(expr, 0), cx);
  const made = method(list.cel, called);
  const isTyped = isStatic(elementOf(list.type)) || required(elementIn(expr.type)).kind === "record";
  return isTyped ? plain(made, madeOf(list.type)) : plain(call("dyn", made), "dyn");
}

/** CEL sorts what is of one type alone, and its checker takes an untyped list for one of whole numbers. */
function sorted(expr: Call, cx: Context): Lowered {
  if (!cx.has("lists")) return cx.needs("lists", expr, "a sorted list");
  const list = iterable(argument(expr, 0), cx);
  const type = elementType(expr);
  if (elementOf(list.type) === type) return plain(method(list.cel, "sort"), list.type);
  const item = name(cx.fresh("item"));
  return plain(method(method(list.cel, "map", item, call(type, item)), "sort"), listType(type));
}

function elementType({ type }: Call): "string" | "int" | "double" {
  const element = required(elementIn(type));
  if (element.kind !== "number") return "string";
  return element.integer ? "int" : "double";
}

function elementIn(type: Call["type"]): Call["type"] {
  return type.kind === "list" ? type.element : type;
}

/** `value in list`. */
function membership(expr: Call, cx: Context): Lowered {
  const of = argument(expr, 0);
  const [elements] = of.kind === "call" && of.intrinsic === "set.of" ? of.args : [];
  const list = iterable(elements ?? of, cx);
  const value = lowered(expr, 1, cx);
  const element = elementOf(list.type);
  const type = required(argument(expr, 0).type);
  const optionalElements =
    (type.kind === "list" || type.kind === "set") &&
    mayBeAbsent(type.element) &&
    type.element.kind !== "unknown";
  if (optionalElements) return plain(binary("in", call("optional.of", value.cel), list.cel), "bool");
  const clash = isStatic(element) && isStatic(value.type) && !isSameType(element, value.type);
  return plain(binary("in", clash ? dyn(value).cel : value.cel, list.cel), "bool");
}

function size(expr: Call, cx: Context): Lowered {
  return plain(method(iterable(argument(expr, 0), cx).cel, "size"), "int");
}

function sum(expr: Call, cx: Context): Lowered {
  const list = iterable(argument(expr, 0), cx);
  const element = elementOf(list.type);
  return plain(method(list.cel, "sum"), isStatic(element) ? element : "dyn");
}

function setSize(expr: Call, cx: Context): Lowered {
  return cx.has("lists") ? size(expr, cx) : cx.needs("lists", expr, "the size of a set");
}

function setOf(expr: Call, cx: Context): Lowered {
  const list = iterable(argument(expr, 0), cx);
  return cx.has("lists") ? eachValueOnce(list) : list;
}

/** Sorted where CEL can sort; the order of a map's keys is open otherwise. */
function keys(expr: Call, cx: Context): Lowered {
  const of = iterable(argument(expr, 0), cx);
  const variable = name(cx.fresh("key"));
  if (!cx.has("lists")) return plain(method(of.cel, "map", variable, variable), listType("dyn"));
  const texts = method(of.cel, "map", variable, call("string", variable));
  return plain(method(texts, "sort"), listType("string"));
}

function slice(expr: Call, cx: Context): Lowered {
  const list = iterable(argument(expr, 0), cx);
  const count = method(list.cel, "size");
  const start = bound(argument(expr, 1), count, cx);
  const end = expr.args[2] === undefined ? count : bound(expr.args[2], count, cx);
  const isFromStart = start.kind === "number" && start.value === 0;
  if (cx.has("lists")) {
    const isInOrder = isFromStart || end === count;
    const first = isInOrder ? start : method({ kind: "list", items: [start, end] }, "min");
    const part = method(list.cel, "slice", first, end);
    // Of a list without a type the checker guesses what is in it from the first use of an element.
    return plain(isStatic(list.type) ? part : call("dyn", part), list.type);
  }
  if (!cx.has("twoVariableLoops")) return cx.needs("twoVariableLoops", expr, "`slice` of a list");
  const [position, element] = [name(cx.fresh("position")), name(cx.fresh("element"))];
  const isAfterStart = binary(">=", position, start);
  const isBeforeEnd = binary("<", position, end);
  const inside = isFromStart ? isBeforeEnd : end === count ? isAfterStart : and(isAfterStart, isBeforeEnd);
  const cut = method(list.cel, "transformList", position, element, inside, element);
  return plain(cut, madeOf(list.type));
}

/** Where an index stands in a list of this size: clamped, negative from the end. */
function bound(expr: Expr, count: Cel, cx: Context): Cel {
  const lowered = unwrap(cx.lower(expr));
  const [position, strictly] = [asInt(lowered), strictlyInt(lowered)];
  const fromEnd = (back: Cel): Cel => method({ kind: "list", items: [int(0), back] }, "max");
  if (position.kind === "number" && position.value === 0) return position;
  if (position.kind === "number")
    return position.value < 0
      ? fromEnd(binary("-", count, int(-position.value)))
      : method({ kind: "list", items: [position, count] }, "min");
  return choice(
    binary("<", position, int(0)),
    fromEnd(binary("+", count, position)),
    method({ kind: "list", items: [strictly, count] }, "min"),
  );
}

/** Of no numbers at all, JavaScript's minimum is Infinity. */
function extreme(expr: Call, called: "min" | "max", ofNothing: string, cx: Context): Lowered {
  const of = argument(expr, 0);
  const list = iterable(of, cx);
  const isNeverEmpty = of.kind === "list" && of.items.some(({ spread }) => !spread);
  if (isNeverEmpty) return plain(method(list.cel, called), elementOf(list.type));
  const isEmpty = binary("==", method(list.cel, "size"), int(0));
  return plain(
    choice(isEmpty, call("dyn", call("double", text(ofNothing))), call("dyn", method(list.cel, called))),
    "dyn",
  );
}

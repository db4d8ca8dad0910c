import {
  type Binder,
  type Collect,
  type Expr,
  type Iteration,
  type Local,
  mayBeAbsent,
  type Quantify,
  required,
} from "@policyc/ir";
import { binary, call, int, method, name } from "../build.js";
import type { Context } from "../context.js";
import {
  type CelType,
  eachValueOnce,
  elementOf,
  isStatic,
  type Lowered,
  listType,
  mapType,
  optionalOf,
  plain,
  unseenValue,
  unsure,
  unwrap,
} from "../lowered.js";
import type { Cel } from "../syntax.js";
import type { Lowering } from "./lowering.js";
import { as, isOverloaded, iterable } from "./reads.js";

/** A loop in CEL: over what, by which names, and the context of its body. */
export interface Loop {
  readonly over: Cel;
  readonly type: string;
  /** One name; two where an index is counted. */
  readonly variables: readonly Cel[];
  readonly cx: Context;
  /** Goes through the keys of a map, and reads the values by them. */
  readonly overKeys: boolean;
}

/** `at` is what is to blame where Kubernetes is too old for an index. */
export function openLoop(iteration: Iteration, cx: Context, at: Pick<Expr, "span">): Loop {
  const { over, binder, key } = iteration;
  const { kind } = required(over.type);
  if (kind === "map" || kind === "record") return openEntries(iteration, cx);
  const map = key === undefined ? keysOf(over, cx) : undefined;
  if (map !== undefined) return openKeys(map, binder, cx);
  const lowered = iterable(over, cx);
  if (key === undefined) {
    const { variable, cx: inner } = bindElement(lowered, binder, cx);
    return { over: lowered.cel, type: lowered.type, variables: [name(variable)], cx: inner, overKeys: false };
  }
  // Of what an object holds the checker does not know that it is a list, nor what counts its elements.
  const counted = isStatic(lowered.type) ? "int" : lowered.type === "dyn" ? "dyn" : unsure;
  const position = cx.bind(key, plain(name(""), counted));
  const { variable, cx: inner } = bindElement(lowered, binder, position.cx);
  if (!cx.has("twoVariableLoops")) cx.needs("twoVariableLoops", at, "the index of a loop");
  return {
    over: lowered.cel,
    type: lowered.type,
    variables: [name(position.variable), name(variable)],
    cx: inner,
    overKeys: false,
  };
}

function bindElement(
  list: Lowered,
  binder: Binder,
  cx: Context,
): { readonly variable: string; readonly cx: Context } {
  const element = plain(name(""), elementOf(list.type));
  const isOptional = mayBeAbsent(binder.type) && binder.type.kind !== "unknown";
  const { variable, cx: inner } = cx.bind(binder, isOptional ? as("optional", element) : element);
  if (!isOptional || !isOverloaded(binder.type) || isMadeHere(list.cel)) return { variable, cx: inner };
  const meaning = optionalOf(name(variable), element.type, unseenValue(name(variable)));
  return { variable, cx: inner.with(binder.name, meaning) };
}

/**
 * Does the checker see what is in the list? It forgets that a variable holds optionals, and takes `x.value()` for the
 * first type that `string(…)` or `double(…)` knows.
 */
function isMadeHere(list: Cel): boolean {
  switch (list.kind) {
    case "list":
      return true;
    case "binary":
      return isMadeHere(list.left) && isMadeHere(list.right);
    case "choice":
      return isMadeHere(list.then) && isMadeHere(list.else);
    case "call":
      return list.on !== undefined && (/^(?:map|transformList)$/.test(list.name) || isMadeHere(list.on));
    default:
      return false;
  }
}

/** `Object.keys(map)`, where the keys need not be sorted. */
function keysOf(over: Expr, cx: Context): Expr | undefined {
  const isKeys = over.kind === "call" && over.intrinsic === "map.keys" && !cx.has("lists");
  return isKeys ? over.args[0] : undefined;
}

/** A map's macros go through its keys. */
function openKeys(map: Expr, binder: Iteration["binder"], cx: Context): Loop {
  const lowered = iterable(map, cx);
  const type = keyOf(map, lowered.type);
  const { variable, cx: inner } = cx.bind(binder, plain(name(""), type));
  return { over: lowered.cel, type: listType(type), variables: [name(variable)], cx: inner, overKeys: true };
}

/** The value is read by the key, which is there. */
function openEntries({ over, binder, key }: Iteration, cx: Context): Loop {
  const lowered = iterable(over, cx);
  const entries = insideOf(over, cx) ?? lowered;
  const keyBinder = key ?? { name: `${binder.name}Key`, type: { kind: "string" } };
  const { variable, cx: withKey } = cx.bind(keyBinder, plain(name(""), keyOf(over, entries.type)));
  const value: Cel = { kind: "index", of: entries.cel, key: name(variable), optional: false };
  return {
    over: lowered.cel,
    type: lowered.type,
    variables: [name(variable)],
    cx: withKey.with(binder.name, plain(value, elementOf(entries.type))),
    overKeys: true,
  };
}

/** What the checker knows of a key: text of a map that is written out, perhaps of one that is computed. */
function keyOf({ kind }: Expr, map: CelType): CelType {
  if (map === "dyn") return "dyn";
  return kind === "record" && isStatic(map) ? "string" : unsure;
}

/** Inside a loop over `labels ?? {}` there are labels. */
function insideOf(over: Expr, cx: Context): Lowered | undefined {
  if (over.kind !== "coalesce" || over.fallback.kind !== "record" || over.fallback.entries.length > 0)
    return undefined;
  return unwrap(cx.lower(over.of));
}

export const quantify: Lowering<Quantify> = ({ quantifier, iteration, where, span }, cx) => {
  const loop = openLoop(iteration, cx, { span });
  if (where.kind === "literal" && where.value === (quantifier === "some"))
    return plain(binary(where.value ? ">" : "==", method(loop.over, "size"), int(0)), "bool");
  const test = unwrap(loop.cx.lower(where)).cel;
  return plain(method(loop.over, quantifier === "some" ? "exists" : "all", ...loop.variables, test), "bool");
};

export const collect: Lowering<Collect> = (expr, cx) => {
  if (expr.into === "map") return collectMap(expr, cx);
  const loop = openLoop(expr.iteration, cx, expr);
  const where = expr.where === undefined ? undefined : unwrap(loop.cx.lower(expr.where)).cel;
  const collected = mapped(expr, loop, where);
  if (!expr.flatten) return collected;
  if (!cx.has("lists")) return cx.needs("lists", expr, "`flatMap` as a value");
  const flat = method(collected.cel, "flatten");
  if (elementOf(collected.type) !== "dyn") return plain(flat, elementOf(collected.type));
  // Of lists whose types are hidden, the checker guesses what is in them from the first use of an element.
  return collected.cel.kind === "list" ? plain(call("dyn", flat), "dyn") : plain(flat, listType("dyn"));
};

/** `{ key: value }` of each turn. The author's keys are distinct by now: CEL fails where one comes twice. */
function collectMap(expr: Collect, cx: Context): Lowered {
  const { over, binder, key } = expr.iteration;
  if (!cx.has("twoVariableLoops")) return cx.needs("twoVariableLoops", expr, "an object that is computed");
  const lowered = eachOnce(over, cx);
  const { kind } = required(over.type);
  const isMap = kind === "map" || kind === "record";
  const first = cx.bind(
    key ?? { name: isMap ? "key" : "index", type: { kind: "unknown" } },
    plain(name(""), isMap ? "string" : "int"),
  );
  const second = first.cx.bind(binder, plain(name(""), elementOf(lowered.type)));
  const inner = second.cx;
  const value = unwrap(inner.lower(expr.value));
  const where = expr.where === undefined ? [] : [unwrap(inner.lower(expr.where)).cel];
  const variables = [name(first.variable), name(second.variable)];
  const isSameKey = isMap && expr.mapKey?.kind === "local" && expr.mapKey.name === key?.name;
  if (isSameKey || expr.mapKey === undefined)
    return plain(method(lowered.cel, "transformMap", ...variables, ...where, value.cel), mapType(value.type));
  const entry = { name: unwrap(inner.lower(expr.mapKey)).cel, value: value.cel, optional: false };
  return plain(
    method(lowered.cel, "transformMapEntry", ...variables, ...where, { kind: "map", entries: [entry] }),
    mapType(value.type),
  );
}

/** A set is a list here, which may hold a key twice. */
function eachOnce(over: Expr, cx: Context): Lowered {
  const lowered = iterable(over, cx);
  if (required(over.type).kind !== "set") return lowered;
  return cx.has("lists")
    ? eachValueOnce(lowered)
    : cx.needs("lists", over, "an object with a key for each value");
}

function mapped(expr: Collect, loop: Loop, where: Cel | undefined): Lowered {
  const element = expr.type.kind === "list" || expr.type.kind === "set" ? expr.type.element : expr.value.type;
  const form = !expr.flatten && mayBeAbsent(element) && element.kind !== "unknown" ? "optional" : "value";
  const value = expr.flatten ? iterable(expr.value, loop.cx) : as(form, loop.cx.lower(expr.value));
  // What is made here the checker knows in a list of optionals, and forgets where that is a variable.
  const isKnown = form === "optional" && value.type !== "dyn";
  const type = listType(isKnown ? unsure : value.type);
  if (loop.variables.length > 1)
    return plain(
      method(
        loop.over,
        "transformList",
        ...loop.variables,
        ...(where === undefined ? [] : [where]),
        value.cel,
      ),
      type,
    );
  const filtered = where === undefined ? loop.over : method(loop.over, "filter", ...loop.variables, where);
  // `map.filter(key, …)` is a list of keys already, and a map that is not filtered is none.
  const isList = !loop.overKeys || where !== undefined;
  const isIdentity = isElement(expr.value, expr.iteration) && isList && isSame(value.cel, loop.variables[0]);
  // The checker knows that what was filtered is a list, also where it knew nothing of what it was filtered from.
  if (isIdentity)
    return plain(filtered, where !== undefined && loop.type === "dyn" ? listType("dyn") : loop.type);
  return plain(method(filtered, "map", ...loop.variables, value.cel), type);
}

function isElement(value: Expr, { binder }: Iteration): value is Local {
  return value.kind === "local" && value.name === binder.name;
}

function isSame(one: Cel, other: Cel | undefined): boolean {
  return one.kind === "name" && other?.kind === "name" && one.name === other.name;
}

import {
  type Expr,
  expressionsIn,
  type Let,
  type List,
  type ListItem,
  mayBeAbsent,
  type RecordExpr,
  required,
  type Type,
} from "@policyc/ir";
import { binary, call, list as listOf, method, name } from "../build.js";
import type { Context } from "../context.js";
import {
  areUniform,
  dyn,
  dynOptional,
  eitherType,
  isEmpty,
  isSameType,
  isStatic,
  isVariable,
  type Lowered,
  listType,
  mapType,
  once,
  optionalOf,
  plain,
  unified,
  unsure,
  unwrap,
} from "../lowered.js";
import type { Cel, CelEntry } from "../syntax.js";
import type { Lowering } from "./lowering.js";
import { as, iterable } from "./reads.js";

/** `[a, ...b]`: pieces that are written out, joined with the lists that are spread. */
export const list: Lowering<List> = (expr, cx) => {
  const form = mayLackElements(expr.type) ? "optional" : "value";
  const pieces: Lowered[] = [];
  let pending: ListItem[] = [];
  const flush = (): void => {
    if (pending.length > 0) pieces.push(writtenOut(pending, form, cx));
    pending = [];
  };
  for (const item of expr.items) {
    if (!item.spread) {
      pending.push(item);
      continue;
    }
    flush();
    const spread = iterable(item.value, cx);
    pieces.push(form === "optional" && !holdsOptionals(item.value) ? ofOptionals(spread) : spread);
  }
  flush();
  const [first, ...rest] = pieces;
  if (first === undefined) return plain(listOf(), listType("dyn"));
  const join = isMixed(expr.type) ? joinedHidden : joined;
  return rest.reduce(join, first);
};

function joined(left: Lowered, right: Lowered): Lowered {
  const [one, other] = unified(left, right);
  return plain(binary("+", one.cel, other.cel), isOneType(one, other) ? eitherType(one, other) : unsure);
}

/** Of lists with different types in them, which the checker may see where it is not known here. */
function joinedHidden(left: Lowered, right: Lowered): Lowered {
  return plain(binary("+", dyn(left).cel, dyn(right).cel), listType("dyn"));
}

function isMixed(type: Type): boolean {
  return type.kind === "list" && required(type.element).kind === "union";
}

function isOneType(one: Lowered, other: Lowered): boolean {
  return isSameType(one.type, other.type) || isEmpty(one.cel) || isEmpty(other.cel);
}

function mayLackElements(type: Type): boolean {
  return type.kind === "list" && type.element.kind !== "unknown" && mayBeAbsent(type.element);
}

function holdsOptionals({ type }: Expr): boolean {
  const of = required(type);
  return of.kind === "list" && mayBeAbsent(of.element);
}

/** What is always there, in a list beside what need not be. */
function ofOptionals({ cel }: Lowered): Lowered {
  const value = name("value");
  return plain(method(cel, "map", value, call("optional.of", value)), listType(unsure));
}

function writtenOut(items: readonly ListItem[], form: "optional" | "value", cx: Context): Lowered {
  const plainItems = items.map(({ value }) => as(form, cx.lower(value)));
  // An object need not have every field, which CEL would deduce from those that are written out, where all are of one type.
  const isOpen = plainItems.every(({ type, optional }) => type === mapType("dyn") && optional === undefined);
  const hasObjects = !isOpen && items.some(({ value }) => value.kind === "record");
  // Of a list of optionals the checker deduces what its reader asks them, which need not be what another one asks.
  const hasOptionals = items.length > 1 && items.some(({ value }) => holdsOptionals(value));
  const seen = plainItems.every(({ cel }) => isVariable(cel)) ? plainItems : plainItems.map(asSeen);
  const lowered = hasObjects || hasOptionals ? plainItems.map(hidden) : homogeneous(seen);
  // What is read of a list of optionals is for the checker what its reader says, but where their type is hidden.
  const known = lowered[0]?.type ?? "dyn";
  const element = form === "optional" && known !== "dyn" ? unsure : known;
  return plain(listOf(...lowered.map(({ cel }) => cel)), listType(element));
}

/** Kubernetes and Kyverno refuse list and map literals whose values have different types, `dyn` among them. */
function homogeneous(values: readonly Lowered[]): readonly Lowered[] {
  return values.length < 2 || areUniform(values) ? values : values.map(hidden);
}

/** A value of a type that the checker does not see, also where it may be absent. */
function hidden(value: Lowered): Lowered {
  if (value.optional === undefined) return dyn(value);
  return value.type === "dyn" ? value : dynOptional(value);
}

/** `{ a: 1, b }`; an entry whose value is absent is left out. */
export const record: Lowering<RecordExpr> = ({ entries }, cx) => {
  const there = entries.filter(({ value }) => value.kind !== "absent");
  const values = homogeneous(there.map(({ value }) => asSeen(cx.lower(value))));
  const written = there.flatMap((entry, position): readonly CelEntry[] => {
    const value = values[position];
    return value === undefined ? [] : [entryOf(entry.name, value)];
  });
  return plain({ kind: "map", entries: written }, mapType(values[0]?.type ?? "dyn"));
};

function entryOf(key: string, { cel, optional }: Lowered): CelEntry {
  return { name: key, value: cel, optional: optional !== undefined };
}

/**
 * Of an index in an untyped list, and of what is made of one, the checker does not see that it is an optional, and
 * Kubernetes' check of literals panics on such an entry.
 */
function asSeen(value: Lowered): Lowered {
  if (value.optional === undefined) return value;
  const isSeen = !isVariable(value.cel) && (isStatic(value.type) || isOptionalFor(value.cel));
  return isSeen ? value : dynOptional(value);
}

/** Does the checker know it for an optional? */
function isOptionalFor(cel: Cel): boolean {
  if (cel.kind === "call") return cel.name === "optMap" || cel.name.startsWith("optional.");
  return cel.kind === "select";
}

/** `const x = value` inside a loop. */
export const let_: Lowering<Let> = (expr, cx) => {
  const value = bound(expr, cx);
  if (isReadInPlace(expr, value)) return cx.with(expr.binder.name, value).lower(expr.body);
  const { variable, cx: inner } = cx.bind(expr.binder, value);
  const body = inner.lower(expr.body);
  const wrap = (cel: Cel): Cel => once(value.cel, variable, cel);
  return body.optional === undefined
    ? plain(wrap(body.cel), body.type)
    : optionalOf(wrap(body.cel), body.type);
};

/** A number that a short text says, and that is asked for and read once, outside of loops, is read in place. */
function isReadInPlace({ binder, value, body }: Let, { optional }: Lowered): boolean {
  const isShort = optional?.present.kind === "call" && optional.present.name === "matches";
  if (!isShort || value.kind !== "call" || !value.intrinsic.startsWith("number.parse")) return false;
  const all = expressionsIn(body);
  const isRead = (expr: Expr): boolean => expr.kind === "local" && expr.name === binder.name;
  const asked = all.filter((expr) => expr.kind === "present" && isRead(expr.of));
  const isInLoop = all.some(({ kind }) => kind === "quantify" || kind === "collect");
  return asked.length === 1 && all.filter(isRead).length === 2 && !isInLoop;
}

/** The value of a binder: an optional where the binder's type says that it may be absent. */
export function bound({ binder, value }: Pick<Let, "binder" | "value">, cx: Context): Lowered {
  const lowered = cx.lower(value);
  const known = mayBeAbsent(binder.type) ? lowered : unwrap(lowered);
  // An object need not have every field, which CEL would deduce from those that are written out.
  const isRecord = required(binder.type).kind === "record" && known.optional === undefined;
  return isRecord ? dyn(known) : known;
}

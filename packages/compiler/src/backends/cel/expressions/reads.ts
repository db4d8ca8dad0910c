import { defect } from "@policyc/diagnostics";
import {
  type Coalesce,
  type Expr,
  type Field,
  type Index,
  type Local,
  mayBeAbsent,
  optional,
  type Present,
  required,
  type Type,
} from "@policyc/ir";
import { binary, boolean, call, method, orValue, select } from "../build.js";
import type { Context } from "../context.js";
import {
  asDouble,
  asOptional,
  dyn,
  dynOptional,
  eitherType,
  elementOf,
  isMap,
  isSameType,
  isStatic,
  isVariable,
  type Lowered,
  none,
  ofFallback,
  optionalOf,
  plain,
  unifiedOptionals,
  unseenValue,
  unsure,
  unwrap,
} from "../lowered.js";
import type { Cel } from "../syntax.js";
import { isOfParameters, receiverOf, requestField } from "./inputs.js";
import { lackingField } from "./lacking-fields.js";
import type { Lowering } from "./lowering.js";
import { namespaceField } from "./namespace.js";

/** A name: narrowed to its value where the author has tested it. */
export const local: Lowering<Local> = (expr, cx) => {
  const meaning = cx.meaning(expr.name) ?? defect(`\`${expr.name}\` has no meaning in CEL`);
  return mayBeAbsent(expr.type) ? meaning : unwrap(meaning);
};

/** `of.name`, `of.?name`. */
export const field: Lowering<Field> = (expr, cx) => {
  const special = requestField(expr, cx) ?? namespaceField(expr, cx);
  if (special !== undefined) return mayBeAbsent(expr.type) ? special : unwrap(special);
  const of = lackingField(expr, receiverOf(expr, cx.lower(expr.of), cx));
  const isOfEntry = of.type === unsure && of.cel.kind === "index";
  const type = isOfEntry || isHidden(of) ? "dyn" : elementOf(of.type);
  const value = select(unwrap(of).cel, expr.name);
  if (!mayBeAbsent(expr.type)) return plain(value, type);
  const present = of.optional === undefined ? hasField(of.cel, expr.name) : {};
  return optionalOf(select(receiver(of), expr.name, true), type, { value, ...present });
};

/**
 * What `.?` may follow. After a path that ends at an optional, such as a variable or the element of a list, it silently
 * finds nothing (seen in k8s.io/apiserver 0.37: cel-go resolves both as one path, and looks into optionals only where
 * the path begins); `dyn` keeps the two apart.
 */
function receiver(of: Lowered): Cel {
  return isHidden(of) ? call("dyn", of.cel) : of.cel;
}

function isHidden({ cel, optional: absence }: Lowered): boolean {
  return absence !== undefined && isPath(cel);
}

/** Does it end with a read that finds an optional where it looks? A choice is resolved as each of its ways. */
function isPath(cel: Cel): boolean {
  if (cel.kind === "choice") return isPath(cel.then) || isPath(cel.else);
  return (cel.kind === "select" || cel.kind === "index") && !cel.optional;
}

function hasField(of: Cel, field: string): { readonly present: Cel } {
  const read = select(of, field);
  return {
    present: read.kind === "select" ? call("has", read) : binary("in", { kind: "text", value: field }, of),
  };
}

/** `of[key]`, `of[?key]`. */
export const index: Lowering<Index> = (expr, cx) => {
  const of = cx.lower(expr.of);
  const key = indexKey(expr, cx);
  const read = (list: Cel, optional: boolean): Cel => ({ kind: "index", of: list, key, optional });
  const list = unwrap(of).cel;
  const value = writtenAt(list, key) ?? read(list, false);
  const element = elementOf(of.type);
  const isOptional = holdsOptionals(expr.of.type);
  if (!mayBeAbsent(expr.type))
    return isOptional
      ? plain(method(value, "value"), isStatic(element) ? element : unsure)
      : plain(value, element);
  // Of an entry behind `[?…]` the checker knows nothing, and takes what stands in for it.
  const type = element === "dyn" || isHidden(of) ? unsure : element;
  if (isOptional) {
    const found = method(read(receiver(of), true), "orValue", call("optional.none"));
    return optionalOf(found, type, isOverloaded(expr.type) ? unseenValue(found) : {});
  }
  return optionalOf(read(receiver(of), true), type, { value, ...hasEntry(expr, of, key) });
};

/** The element of a list that is written out, as the groups of a match are. */
function writtenAt(list: Cel, key: Cel): Cel | undefined {
  return list.kind === "list" && key.kind === "number" ? list.items[key.value] : undefined;
}

/** Are there functions and operators of several types for it, or for what is in it, among which the checker chooses one? */
export function isOverloaded(type: Type): boolean {
  const known = required(type);
  if (known.kind === "list") return isOverloaded(known.element);
  if (known.kind === "map") return isOverloaded(known.value);
  const { kind } = known;
  return kind === "number" || kind === "boolean" || kind === "union" || kind === "unknown";
}

/** `key in map`; of a list that has a name, whether it is long enough. */
function hasEntry({ of: list }: Index, { cel, optional }: Lowered, key: Cel): { readonly present?: Cel } {
  if (optional !== undefined) return {};
  const { kind } = required(list.type);
  if (kind === "map") return { present: binary("in", key, cel) };
  const isNth = kind === "list" && list.kind === "local" && key.kind === "number" && key.value >= 0;
  return isNth ? { present: binary(">", method(cel, "size"), key) } : {};
}

/** A list of what may be absent is a list of optionals: what is found in it is one already. */
function holdsOptionals(type: Type): boolean {
  const list = required(type);
  return list.kind === "list" && mayBeAbsent(list.element) && list.element.kind !== "unknown";
}

function indexKey({ key }: Index, cx: Context): Cel {
  const lowered = unwrap(cx.lower(key));
  const isFraction = key.type.kind === "number" && !key.type.integer;
  return isFraction ? call("int", lowered.cel) : lowered.cel;
}

/** `of !== undefined`. */
export const present: Lowering<Present> = ({ of }, cx) => {
  const lowered = cx.lower(of);
  return plain(lowered.optional?.present ?? boolean(true), "bool");
};

/** `of ?? fallback`. Reads of what is required are guarded too: the author saw a reason. */
export const coalesce: Lowering<Coalesce> = (expr, cx) => {
  const of = untyped(expr, cx.lower(asRead(expr.of)));
  if (of.optional === undefined) return of;
  const fallback = standIn(expr, cx);
  if (mayBeAbsent(expr.fallback.type) && fallback.optional !== undefined) {
    const isOpen = isMixed(expr) && [of, fallback].some(({ type }) => type.includes(unsure));
    const [one, other] =
      isOpen || isMixedNumber(of, fallback)
        ? [dynOptional(of), dynOptional(fallback)]
        : unifiedOptionals(of, fallback);
    return optionalOf(method(one.cel, "or", other.cel), eitherType(one, other));
  }
  if (isSameType(of.type, "double") && required(expr.fallback.type).kind === "number")
    return plain(orValue(of.cel, asDouble(fallback)), ofFallback("double"));
  if (!isStatic(of.type) && (isMixed(expr) || isMixedNumber(of, fallback)))
    return plain(method(dynOptional(of).cel, "orValue", fallback.cel), "dyn");
  const [one] = unifiedOptionals(of, fallback);
  const isKept = isSameType(of.type, fallback.type) || of.type === unsure;
  // Of a variable that is an optional, and of an entry of one, the checker takes what stands in for it, too.
  const isTaken = isVariable(one.cel) || one.cel.kind === "index";
  const either = isTaken && one.type === "dyn" ? unsure : eitherType(one, fallback);
  const type = isKept ? of.type : either;
  return plain(orValue(one.cel, fallback.cel), ofFallback(type));
};

/** What stands in for an element that is a list of optionals: where it is written out, it is one, too. */
function standIn({ of, fallback }: Coalesce, cx: Context): Lowered {
  const isPlain = fallback.kind === "list" && of.kind === "index" && holdsOptionals(of.type);
  return cx.lower(isPlain ? { ...fallback, type: required(of.type) } : fallback);
}

/** An int of the object, and a double in its place: what the two come to is neither for the checker. */
function isMixedNumber(of: Lowered, fallback: Lowered): boolean {
  return !isStatic(of.type) && isSameType(fallback.type, "double");
}

/** Is what stands in of another type than what is read? */
function isMixed({ of, fallback }: Coalesce): boolean {
  const kinds = [required(of.type).kind, required(fallback.type).kind] as const;
  const isPrimitive = (kind: Type["kind"]): boolean => primitives.includes(kind);
  const isKnown = (kind: Type["kind"]): boolean => isPrimitive(kind) || composed.includes(kind);
  return kinds[0] !== kinds[1] && kinds.every(isKnown) && kinds.some(isPrimitive);
}

const primitives: readonly Type["kind"][] = ["string", "number", "boolean", "union"];
const composed: readonly Type["kind"][] = ["list", "set", "map", "record"];

/** What the API server declares of the request and the namespace has types of its own, which no record that is written out has. */
function untyped({ of, fallback }: Coalesce, lowered: Lowered): Lowered {
  if (fallback.kind !== "record" || of.kind !== "field" || lowered.cel.kind !== "select") return lowered;
  if (of.of.kind !== "input" || !typed.has(of.of.root)) return lowered;
  return optionalOf(select(call("dyn", lowered.cel.of), of.name, true), "dyn");
}

const typed: ReadonlySet<string> = new Set(["request", "namespaceObject"]);

/** A read as one that may find nothing. */
function asRead(expr: Expr): Expr {
  return expr.kind === "field" || expr.kind === "index" ? { ...expr, type: optional(expr.type) } : expr;
}

/**
 * A list to go through. Fixtures hold pods without containers, which no API server would accept: what is not
 * there is empty, so that nothing else is lost. Of parameters it fails: their absence must not be a pass.
 */
export function iterable(expr: Expr, cx: Context): Lowered {
  const isRead = (expr.kind === "field" || expr.kind === "index") && !mayBeAbsent(expr.type);
  if (!isRead || isOfParameters(expr) || isOfWritten(expr, cx))
    return ofElements(expr, unwrap(cx.lower(expr)));
  const read = cx.lower(asRead(expr));
  const empty: Cel =
    required(expr.type).kind === "list" || required(expr.type).kind === "set"
      ? { kind: "list", items: [] }
      : { kind: "map", entries: [] };
  if (read.optional === undefined) return read;
  return ofElements(expr, plain(method(read.cel, "orValue", empty), ofFallback(read.type)));
}

/** Of a list in a list or map without a type the checker guesses what is in it from the first use of an element. */
function ofElements(expr: Expr, list: Lowered): Lowered {
  const isEntry = expr.kind === "index" || (expr.kind === "coalesce" && expr.of.kind === "index");
  return isEntry && list.type === unsure ? dyn(list) : list;
}

/** A field of a record that the policy writes out: it is there, where the record is. */
function isOfWritten(expr: Field | Index, cx: Context): boolean {
  return expr.kind === "field" && expr.of.type.kind === "record" && isMap(cx.lower(expr.of).type);
}

/** The value of an expression in the form that its reader expects: an optional, or the value itself. */
export function as(kind: "optional" | "value", lowered: Lowered): Lowered {
  return kind === "optional" ? asOptional(lowered) : unwrap(lowered);
}

export const absent: Lowering<Expr> = () => none;

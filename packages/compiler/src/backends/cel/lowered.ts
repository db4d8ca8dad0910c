import { boolean, call, int, list, method, name } from "./build.js";
import type { Cel } from "./syntax.js";

/**
 * What CEL's type checker knows of an expression: `dyn` for all that comes from an object. Written as CEL writes
 * types, e.g. `list(string)`; two types are the same where their texts are.
 */
export type CelType = string;

/** An IR expression in CEL. An IR value that may be absent is a CEL optional. */
export interface Lowered {
  readonly cel: Cel;
  /** Of the value itself, also where it is optional. */
  readonly type: CelType;
  /** Only where `cel` is an optional. */
  readonly optional?: Absence;
}

/** Other ways to say an optional. */
export interface Absence {
  /** The value, where it is known to be there. */
  readonly value: Cel;
  /** What the checker knows of it, where that is not what it knows of the optional. */
  readonly valueType?: CelType;
  /** Is it there? */
  readonly present: Cel;
}

export function plain(cel: Cel, type: CelType): Lowered {
  return { cel, type };
}

export function optionalOf(cel: Cel, type: CelType, ways: Partial<Absence> = {}): Lowered {
  const [value, present] = [method(cel, "value"), method(cel, "hasValue")];
  return { cel, type, optional: { value, present, ...ways } };
}

/** The value itself, which tests before have shown to be there. */
export function unwrap(lowered: Lowered): Lowered {
  const { type, optional } = lowered;
  return optional === undefined ? lowered : plain(optional.value, optional.valueType ?? type);
}

/**
 * The value of an optional of which the checker does not know what is in it: a variable loses its type parameter
 * (k8s.io/apiserver 0.37, composition.go). It would take the first overload of `string(variables.port.value())`, and the
 * evaluation would fail.
 */
export function unseenValue(optional: Cel): Pick<Absence, "value" | "valueType"> {
  return { value: call("dyn", method(optional, "value")), valueType: "dyn" };
}

export function asOptional(lowered: Lowered): Lowered {
  if (lowered.optional !== undefined) return lowered;
  return optionalOf(call("optional.of", lowered.cel), lowered.type, {
    value: lowered.cel,
    present: boolean(true),
  });
}

export const none: Lowered = optionalOf(call("optional.none"), "dyn", { present: boolean(false) });

/** The type of what may be the one or the other: for the checker `[]` is a list of whatever is beside it. */
export function eitherType(one: Lowered, other: Lowered): CelType {
  if (isEmptyBeside(one, other)) return other.type;
  if (isEmptyBeside(other, one)) return one.type;
  const [left, right] = [one.type, other.type];
  if (left === right) return left;
  if (isSameType(left, right)) return ofFallback(inKubernetes(left));
  const isUnsure = [left, right].some((type) => type.includes(unsure));
  return left !== "dyn" && right !== "dyn" && isUnsure ? unsure : "dyn";
}

export function listType(element: CelType): CelType {
  return `list(${element})`;
}

/** What a method makes of a list: for the checker a list, also where it knew nothing of what it was made from. */
export function madeOf(list: CelType): CelType {
  return list === "dyn" || list === unsure ? listType(list) : list;
}

export function mapType(value: CelType): CelType {
  return `map(${value})`;
}

export function isMap(type: CelType): boolean {
  return inKubernetes(type).startsWith("map(");
}

/** What is in a list or map of this type. */
export function elementOf(type: CelType): CelType {
  if (type === unsure) return unsure;
  const { fallback, element } = /^(?<fallback>~?)(?:list|map)\((?<element>.*)\)$/.exec(type)?.groups ?? {};
  if (element === undefined) return "dyn";
  return fallback === "~" ? ofFallback(element) : element;
}

/**
 * The type of what `orValue` gives, e.g. `~string`: Kubernetes' checker knows it, for that of Kyverno it is `dyn` (1.19,
 * pkg/cel/compiler/env.go).
 */
export function ofFallback(type: CelType): CelType {
  return isStatic(type) && !type.startsWith("~") ? `~${type}` : type;
}

/** What Kubernetes' checker takes a type for. */
function inKubernetes(type: CelType): CelType {
  return type.replaceAll("~", "");
}

export function isSameType(left: CelType, right: CelType): boolean {
  return inKubernetes(left) === inKubernetes(right);
}

/** Are all of the same type, whoever checks? Of what the API server declares nobody knows. */
export function areUniform(values: readonly Lowered[]): boolean {
  return values.every(({ type }) => type === values[0]?.type && type !== unsure && !type.includes("~"));
}

/** What a request holds: the API server's checker knows its type, those of other engines need not. */
export const unsure: CelType = "unsure";

export function isStatic(type: CelType): boolean {
  return type !== "dyn" && !type.includes(unsure);
}

/** Hides a type from the checker, which wants the same type on both sides of `==`, `+` and `?:`. */
export function dyn({ cel, type }: Lowered): Lowered {
  return type === "dyn" ? { cel, type } : plain(call("dyn", cel), "dyn");
}

/** Two values where CEL wants one type. */
export function unified(left: Lowered, right: Lowered): readonly [Lowered, Lowered] {
  // What the API server's checker may know for an int is none for a double.
  if (isSameType(left.type, "double") && right.type === unsure) return [left, dyn(right)];
  if (isSameType(right.type, "double") && left.type === unsure) return [dyn(left), right];
  if (isSameType(left.type, right.type) || !isStatic(left.type) || !isStatic(right.type))
    return [left, right];
  if (isEmptyBeside(left, right) || isEmptyBeside(right, left)) return [left, right];
  if (isSameType(left.type, "double") && right.cel.kind === "number")
    return [left, plain(asDouble(right), "double")];
  if (isSameType(right.type, "double") && left.cel.kind === "number")
    return [plain(asDouble(left), "double"), right];
  return [dyn(left), dyn(right)];
}

/** Two optionals where CEL wants one type: what is absent fits to each. */
export function unifiedOptionals(left: Lowered, right: Lowered): readonly [Lowered, Lowered] {
  const differ =
    !isSameType(left.type, right.type) &&
    [left, right].every(({ type }) => isStatic(type)) &&
    !(isEmptyBeside(left, right) || isEmptyBeside(right, left));
  return differ ? [dynOptional(left), dynOptional(right)] : [left, right];
}

/** The value is hidden inside: of `dyn(optional)` the checker would deduce what its reader says. */
export function dynOptional({ cel, optional }: Lowered): Lowered {
  const value = name("value");
  const inner = cel.kind === "call" && cel.name === "optional.of" ? cel.args[0] : undefined;
  return optionalOf(
    inner === undefined
      ? method(cel, "optMap", value, call("dyn", value))
      : call("optional.of", call("dyn", inner)),
    "dyn",
    optional,
  );
}

/** `variables.x`: of an optional that is a variable Kubernetes' checker forgets that it is one. */
export function isVariable(cel: Cel): boolean {
  return cel.kind === "select" && cel.of.kind === "name" && cel.of.name === "variables";
}

/** Is there surely nothing? */
export function isNone({ optional }: Lowered): boolean {
  return optional?.present.kind === "boolean" && !optional.present.value;
}

/** For the checker `[]` beside a list, and `{}` beside a map, is of the type of the other; beside a bool it is no bool. */
function isEmptyBeside(one: Lowered, other: Lowered): boolean {
  return isEmpty(one.cel) && (!isStatic(other.type) || other.type.startsWith(`${one.cel.kind}(`));
}

export function isEmpty(cel: Cel): boolean {
  return (cel.kind === "list" && cel.items.length === 0) || (cel.kind === "map" && cel.entries.length === 0);
}

/** A list with each value once, as CEL has sets from Kubernetes 1.34 on. */
export function eachValueOnce(list: Lowered): Lowered {
  return holdsEachOnce(list.cel) ? list : plain(method(list.cel, "distinct"), madeOf(list.type));
}

function holdsEachOnce(cel: Cel): boolean {
  if (cel.kind === "call") return cel.name === "distinct";
  if (cel.kind !== "list") return false;
  const texts = cel.items.flatMap((item) => (item.kind === "text" ? [item.value] : []));
  return new Set(texts).size === cel.items.length;
}

/** A number as CEL's double: integers of an object are ints. */
export function asDouble({ cel, type }: Lowered): Cel {
  if (isSameType(type, "double")) return cel;
  return cel.kind === "number" ? { ...cel, double: true } : call("double", unguessed({ cel, type }));
}

/** A position as CEL's int, which `dyn` of an object is for the checker only where it is said. */
export function asInt({ cel, type }: Lowered): Cel {
  return isSameType(type, "int") ? cel : call("int", unguessed({ cel, type }));
}

/**
 * A value that is asked for its type. What is in a list without a type, be it an optional, is for the checker what asks
 * first: a double to `double`, which an int of the object is not.
 */
export function unguessed({ cel, type }: Lowered): Cel {
  const isOfElement = cel.kind === "call" && cel.name === "value" && cel.on?.kind === "index";
  return type === unsure || (type === "dyn" && isOfElement) ? call("dyn", cel) : cel;
}

/** Text, as a message must be for the type checker as well. */
export function strictlyText({ cel, type }: Lowered): Cel {
  return type === "string" ? cel : call("string", cel);
}

/** An int, as `[position, size].min()` wants it of Kyverno's checker as well: what `orValue` gives is `dyn` to that. */
export function strictlyInt(value: Lowered): Cel {
  return value.type === ofFallback("int") ? call("int", value.cel) : asInt(value);
}

/** The value of one name in an expression, evaluated once: Kubernetes' CEL has no `cel.bind`. */
export function once(value: Cel, binder: string, body: Cel): Cel {
  return { kind: "index", of: method(list(value), "map", name(binder), body), key: int(0), optional: false };
}

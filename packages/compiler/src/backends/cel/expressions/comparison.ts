import { type Arithmetic, type Compare, type Expr, required } from "@policyc/ir";
import { binary, boolean, call, double, int, method, not, text } from "../build.js";
import type { Context } from "../context.js";
import {
  asDouble,
  asInt,
  asOptional,
  type CelType,
  dyn,
  isSameType,
  type Lowered,
  ofFallback,
  plain,
  unified,
  unsure,
  unwrap,
} from "../lowered.js";
import { print } from "../print.js";
import type { Cel } from "../syntax.js";
import type { Lowering } from "./lowering.js";

export const compare: Lowering<Compare> = (expr, cx) => {
  const left = cx.lower(expr.left);
  const right = cx.lower(expr.right);
  if (expr.operator === "==" || expr.operator === "!=") {
    const equal = [expr.left, expr.right].some(mayBeSeveral) ? ofAny(left, right) : equality(left, right);
    return expr.operator === "=="
      ? plain(equal, typeOfEquality(equal, left, right))
      : plain(not(equal), "bool");
  }
  const ordered = orderedAs(expr.operator, unwrap(left).cel, unwrap(right).cel);
  if (ordered !== undefined) return plain(ordered, "bool");
  // Orderings of ints and doubles are defined across the two types, in every version we support.
  const ordering = binary(expr.operator, unwrap(left).cel, unwrap(right).cel);
  return plain(
    isNeverNaN(expr.left) && isNeverNaN(expr.right) ? { ...ordering, total: true } : ordering,
    "bool",
  );
};

/** Of `flag.orValue(false)` the checker knows what it knows of the flag. */
function typeOfEquality(equal: Cel, left: Lowered, right: Lowered): CelType {
  if (equal.kind !== "call" || equal.name !== "orValue") return "bool";
  return ofFallback((left.optional === undefined ? right : left).type);
}

function mayBeSeveral({ type }: Expr): boolean {
  const { kind } = required(type);
  return kind === "union" || kind === "unknown";
}

/**
 * What may be a text as well as a Boolean is no condition: `orValue(false) == true`. Of an element of a list that is written
 * out the checker may know one of its types, `[optional.of("a")][0].value() == false`, and refuse the other.
 */
function ofAny(left: Lowered, right: Lowered): Cel {
  const [any, other] = left.optional === undefined ? [right, left] : [left, right];
  const { cel: known } = other;
  if (any.optional !== undefined)
    return known.kind === "boolean"
      ? binary("==", method(any.cel, "orValue", boolean(!known.value)), known)
      : equality(left, right);
  return equality(hiddenElement(left), hiddenElement(right));
}

function hiddenElement(one: Lowered): Lowered {
  const { cel } = one;
  const isElement = cel.kind === "call" && cel.on?.kind === "index";
  return one.type === unsure && isElement ? dyn(one) : one;
}

/** JSON has no NaN: only what is computed from numbers can be one. */
function isNeverNaN(expr: Expr): boolean {
  if (expr.kind === "coalesce") return isNeverNaN(expr.of) && isNeverNaN(expr.fallback);
  if (required(expr.type).kind === "string" || isInteger(expr)) return true;
  return expr.kind === "literal" || expr.kind === "field" || expr.kind === "index";
}

/** `a.compareTo(b) > 0` of quantities and versions has a name of its own. */
function orderedAs(operator: Compare["operator"], left: Cel, right: Cel): Cel | undefined {
  const isOrder = left.kind === "call" && left.name === "compareTo" && left.on !== undefined;
  if (!isOrder || right.kind !== "number" || right.value !== 0) return undefined;
  if (operator === ">") return method(left.on, "isGreaterThan", ...left.args);
  return operator === "<" ? method(left.on, "isLessThan", ...left.args) : undefined;
}

/** Absent equals absent and nothing else. */
export function equality(left: Lowered, right: Lowered): Cel {
  if (left.optional === undefined && right.optional === undefined) {
    const [one, other] = unified(left, right);
    return binary("==", one.cel, other.cel);
  }
  if (left.optional !== undefined && right.optional === undefined) return optionalEquals(left, right);
  if (left.optional === undefined && right.optional !== undefined) return optionalEquals(right, left);
  const [one, other] = unified(left, right);
  return isSameType(one.type, other.type) && isSameType(left.type, right.type)
    ? binary("==", left.cel, right.cel)
    : binary("==", call("dyn", left.cel), call("dyn", right.cel));
}

/** `text != ""` of this very text. */
export function isOtherThanEmpty(test: Cel, of: Cel): boolean {
  if (test.kind !== "binary" || test.operator !== "!=") return false;
  const { left, right } = test;
  return right.kind === "text" && right.value === "" && print(left) === print(of);
}

/** With a constant, a fallback that differs from it reads best: `c.?readOnly.orValue(false)`. */
function optionalEquals(optional: Lowered, { cel: value, type }: Lowered): Cel {
  // The API server sets some fields always: an empty text stands for absence there.
  const direct = optional.optional?.present;
  const known = optional.optional?.value;
  if (value.kind === "text" && known?.kind === "text" && direct !== undefined)
    return value.value === known.value ? direct : boolean(false);
  if (value.kind === "text" && value.value !== "") {
    const isSet = direct !== undefined && known !== undefined && isOtherThanEmpty(direct, known);
    return binary("==", isSet ? unwrap(optional).cel : method(optional.cel, "orValue", text("")), value);
  }
  if (value.kind === "number" && value.value !== 0)
    return binary("==", method(optional.cel, "orValue", value.double ? double(0) : int(0)), value);
  if (value.kind === "boolean") {
    const withFallback = method(optional.cel, "orValue", boolean(!value.value));
    return value.value ? withFallback : not(withFallback);
  }
  const other = asOptional(plain(value, type)).cel;
  const fitsAll = optional.type === "dyn" || (optional.type === unsure && optional.cel.kind === "index");
  const mustHide = !isSameType(optional.type, type) && !fitsAll && type !== "dyn";
  return mustHide
    ? binary("==", call("dyn", optional.cel), call("dyn", other))
    : binary("==", optional.cel, other);
}

/**
 * JavaScript's numbers are doubles; whole ones stay ints, as the API server has them. Kyverno's CLI reads those of an
 * object as doubles, which CEL does not compute with ints.
 */
export const arithmetic: Lowering<Arithmetic> = (expr, cx) => {
  const left = unwrap(cx.lower(expr.left));
  const right = unwrap(cx.lower(expr.right));
  if (expr.operator === "%") return remainder(expr, left, right, cx);
  if (isWhole(expr)) {
    if (expr.operator === "-" && expr.left.kind === "literal" && expr.left.value === 0)
      return plain({ kind: "negative", operand: asInt(right) }, "int");
    if (expr.operator === "+" && right.cel.kind === "number" && right.cel.value < 0)
      return plain(binary("-", asInt(left), int(-right.cel.value)), "int");
    return plain(binary(expr.operator, asInt(left), asInt(right)), "int");
  }
  return plain(binary(expr.operator, asDouble(left), asDouble(right)), "double");
};

function isWhole({ operator, left, right }: Arithmetic): boolean {
  return operator !== "/" && isInteger(left) && isInteger(right);
}

export function isInteger(expr: Expr): boolean {
  const type = required(expr.type);
  return type.kind === "number" && type.integer;
}

function remainder(expr: Arithmetic, left: Lowered, right: Lowered, cx: Context): Lowered {
  if (!isInteger(expr.left) || !isInteger(expr.right))
    return cx.refuse(expr, "the remainder of numbers with a fraction", "use whole numbers");
  if (right.cel.kind !== "number" || right.cel.value === 0)
    return cx.refuse(expr, "a remainder by a number that may be zero", "use a number that is written out");
  return plain(binary("%", asInt(left), asInt(right)), "int");
}

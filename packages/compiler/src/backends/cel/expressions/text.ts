import { type Concat, type Expr, type Literal, mayBeAbsent, required } from "@policyc/ir";
import { binary, boolean, call, choice, double, int, method, name, text } from "../build.js";
import type { Context } from "../context.js";
import {
  asDouble,
  dyn,
  eitherType,
  isSameType,
  type Lowered,
  ofFallback,
  plain,
  unguessed,
  unsure,
  unwrap,
} from "../lowered.js";
import { repeated } from "../repeated.js";
import type { Cel } from "../syntax.js";
import type { Lowering } from "./lowering.js";

export const literal: Lowering<Literal> = ({ value }) => {
  if (typeof value === "string") return plain(text(value), "string");
  if (typeof value === "boolean") return plain(boolean(value), "bool");
  return Number.isInteger(value) ? plain(int(value), "int") : plain(double(value), "double");
};

export const concat: Lowering<Concat> = ({ parts }, cx) => {
  const [first, ...rest] = parts.map((part) => printed(part, cx));
  if (first === undefined) return plain(text(""), "string");
  return rest.reduce(sum, first);
};

/** What is added to something of an object, and of which the checker guesses the type, would be the first type that has a sum. */
function sum(left: Lowered, right: Lowered): Lowered {
  const isKnown = [left, right].some(({ type }) => isSameType(type, "string"));
  const [one, other] = isKnown ? [left, right] : [unguessedValue(left), unguessedValue(right)];
  return plain(binary("+", one.cel, other.cel), sumType(one, other));
}

function unguessedValue(value: Lowered): Lowered {
  const isOfName = value.cel.kind === "call" && value.cel.name === "value" && value.cel.on?.kind === "name";
  return value.type === unsure && isOfName ? dyn(value) : value;
}

/** Only text can be added to text; of two things of an object CEL's checker knows nothing. */
function sumType(left: Lowered, right: Lowered): string {
  const types = [left.type, right.type];
  return (
    ["string", ofFallback("string"), unsure].find((type) => types.includes(type)) ?? eitherType(left, right)
  );
}

/** A part of a text as JavaScript's template literal prints it. */
function printed(part: Expr, cx: Context): Lowered {
  const lowered = cx.lower(part);
  if (mayBeAbsent(part.type) && lowered.optional !== undefined) {
    const value = name(cx.fresh("value"));
    const shown = printedAs(part, { cel: value, type: lowered.type }, cx);
    const whole = method(method(lowered.cel, "optMap", value, shown.cel), "orValue", text("undefined"));
    return plain(whole, ofFallback(shown.type));
  }
  return printedAs(part, unwrap(lowered), cx);
}

/** A value as text, by the type of what it is the value of. */
export function printedAs(part: Expr, value: Lowered, cx: Context): Lowered {
  const type = required(part.type);
  if (type.kind === "string") return value;
  if (type.kind === "number" && !type.integer)
    return plain(
      repeated(value.cel, "number", cx, (cel) => printedNumber(cel, value.type)),
      "string",
    );
  if (type.kind === "union" && mayBeFraction(part))
    return plain(repeated(value.cel, "value", cx, printedEither), "string");
  return plain(call("string", unguessed(value)), "string");
}

/** What objects hold as a number or a text, `maxSurge: 1`, is whole where it is a number. */
function mayBeFraction(expr: Expr): boolean {
  if (expr.kind === "coalesce") return mayBeFraction(expr.of) || mayBeFraction(expr.fallback);
  if (expr.kind === "conditional") return mayBeFraction(expr.then) || mayBeFraction(expr.else);
  const type = required(expr.type);
  return type.kind === "number" && !type.integer;
}

/** A number, or a text in its place: `sums[name] ?? "none"`. */
function printedEither(of: Cel): Cel {
  const value = call("dyn", of);
  const isNumber = binary("==", call("type", value), name("double"));
  return choice(isNumber, printedNumber(of, "dyn"), call("string", value));
}

/** CEL prints 1000000.0 as `1e+06`; JavaScript prints whole numbers as such. */
function printedNumber(of: Cel, type: string): Cel {
  const value = unguessed({ cel: of, type });
  const whole = call("int", value);
  return choice(
    binary("==", asDouble({ cel: value, type }), call("double", whole)),
    call("string", whole),
    call("string", value),
  );
}

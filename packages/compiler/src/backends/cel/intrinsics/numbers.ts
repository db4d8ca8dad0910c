import { type Call, type IntrinsicName, integerPattern, isNeverNegative, numberPattern } from "@policyc/ir";
import { binary, boolean, call, choice, double, int, method, text } from "../build.js";
import type { Context } from "../context.js";
import { isInteger } from "../expressions/comparison.js";
import { printedAs } from "../expressions/text.js";
import {
  areUniform,
  asDouble,
  asInt,
  dyn,
  isSameType,
  type Lowered,
  ofFallback,
  optionalOf,
  plain,
} from "../lowered.js";
import { isShort, repeated } from "../repeated.js";
import type { Cel } from "../syntax.js";
import { argument, cel, lowered } from "./arguments.js";
import type { IntrinsicLowering } from "./lowering.js";

type NumberIntrinsic = Extract<IntrinsicName, `math.${string}` | `number.${string}`>;

/** Kubernetes' CEL has no math library: whole numbers stay ints, the others become doubles. */
export const numberIntrinsics: { readonly [K in NumberIntrinsic]: IntrinsicLowering } = {
  "number.isInteger": (expr, cx) => {
    if (isInteger(argument(expr, 0))) return plain(boolean(true), "bool");
    const value = lowered(expr, 0, cx);
    return plain(binary("==", call("double", call("int", value.cel)), asDouble(value)), "bool");
  },
  "number.inFull": (expr, cx) => {
    const number = argument(expr, 0);
    const value = lowered(expr, 0, cx);
    return isInteger(number) ? plain(call("string", asInt(value)), "string") : printedAs(number, value, cx);
  },
  "number.parse": (expr, cx) => parsed(expr, "double", numberPattern, cx),
  "number.parseInteger": (expr, cx) => parsed(expr, "int", integerPattern, cx),
  "number.ofDigits": (expr, cx) => plain(call("int", cel(expr, 0, cx)), "int"),
  "number.ofPlainDigits": (expr, cx) => plain(call("int", cel(expr, 0, cx)), "int"),
  "math.min": (expr, cx) => extreme(expr, "min", "Infinity", cx),
  "math.max": (expr, cx) => extreme(expr, "max", "-Infinity", cx),
  "math.abs": (expr, cx) => {
    const value = lowered(expr, 0, cx);
    const number: Lowered = isInteger(argument(expr, 0)) ? value : plain(asDouble(value), "double");
    const zero = isSameType(number.type, "double") ? double(0) : int(0);
    return plain(
      choice(binary("<", number.cel, zero), { kind: "negative", operand: number.cel }, number.cel),
      number.type,
    );
  },
  "math.floor": (expr, cx) => rounded(expr, "-", cx),
  "math.ceil": (expr, cx) => rounded(expr, "+", cx),
};

/** `int` cuts the fraction off; one step more where that went the wrong way. */
function rounded(expr: Call, direction: "+" | "-", cx: Context): Lowered {
  if (isInteger(argument(expr, 0))) return lowered(expr, 0, cx);
  const value = lowered(expr, 0, cx);
  const whole = call("int", value.cel);
  if (direction === "-" && isNeverNegative(argument(expr, 0))) return plain(whole, "int");
  const wentWrong = binary(direction === "-" ? ">" : "<", call("double", whole), asDouble(value));
  return plain(choice(wentWrong, binary(direction, whole, int(1)), whole), "int");
}

function extreme(expr: Call, called: "min" | "max", ofNothing: string, cx: Context): Lowered {
  if (expr.args.length === 0) return plain(call("double", text(ofNothing)), "double");
  if (expr.args.length === 1) return lowered(expr, 0, cx);
  const whole = expr.args.every(isInteger);
  const values = expr.args.map((_, position) => lowered(expr, position, cx));
  const isUniform = areUniform(values);
  const isOfFallbacks = values.every(({ type }) => type === values[0]?.type);
  const numbers: readonly Cel[] = values.map((value) => {
    if (whole) return isUniform ? value.cel : dyn(value).cel;
    // Beside a double, what is one for Kubernetes alone has to be one for Kyverno, too.
    return value.type === ofFallback("double") && !isOfFallbacks
      ? call("double", value.cel)
      : asDouble(value);
  });
  return plain(
    method({ kind: "list", items: numbers }, called),
    whole ? (isUniform ? (values[0]?.type ?? "dyn") : "dyn") : "double",
  );
}

/** What a text says, absent where it says none. The text is read twice, so that a long one gets a name. */
function parsed(expr: Call, type: "int" | "double", pattern: string, cx: Context): Lowered {
  const read = (whole: Cel) => {
    const present = method(whole, "matches", text(pattern));
    const value = call(type, whole);
    return { number: choice(present, call("optional.of", value), call("optional.none")), value, present };
  };
  const whole = cel(expr, 0, cx);
  const { number, ...ways } = read(whole);
  if (isShort(whole)) return optionalOf(number, type, ways);
  return optionalOf(
    repeated(whole, "text", cx, (value) => read(value).number),
    type,
  );
}

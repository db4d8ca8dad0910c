import { type Concat, type Expr, type Literal, mayBeAbsent, required } from "@policyc/ir";
import { binary, boolean, call, choice, double, int, method, name, text } from "../build.js";
import type { Context } from "../context.js";
import { asDouble, plain, unwrap } from "../lowered.js";
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
  const joined = rest.reduce((left, right) => binary("+", left, right), first);
  return plain(joined, isText(joined) ? "string" : "dyn");
};

/** Does CEL's checker know that this is text, rather than something of an object? */
export function isText(cel: Cel): boolean {
  if (cel.kind === "binary") return cel.operator === "+" && (isText(cel.left) || isText(cel.right));
  if (cel.kind === "choice") return isText(cel.then) && isText(cel.else);
  return cel.kind === "text" || (cel.kind === "call" && cel.name === "string");
}

/** A part of a text as JavaScript's template literal prints it. */
function printed(part: Expr, cx: Context): Cel {
  const lowered = cx.lower(part);
  if (mayBeAbsent(part.type) && lowered.optional !== undefined) {
    const value = name(cx.fresh("value"));
    return method(
      method(lowered.cel, "optMap", value, convert(part, { cel: value, type: lowered.type })),
      "orValue",
      text("undefined"),
    );
  }
  return convert(part, unwrap(lowered));
}

function convert(part: Expr, value: { readonly cel: Cel; readonly type: string }): Cel {
  const type = required(part.type);
  if (type.kind === "string") return value.cel;
  if (type.kind === "number" && !type.integer) return printedNumber(value.cel, value.type);
  return call("string", value.cel);
}

/** CEL prints 1000000.0 as `1e+06`; JavaScript prints whole numbers as such. */
function printedNumber(value: Cel, type: string): Cel {
  const whole = call("int", value);
  return choice(
    binary("==", asDouble({ cel: value, type }), call("double", whole)),
    call("string", whole),
    call("string", value),
  );
}

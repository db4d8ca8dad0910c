import { defect } from "@policyc/diagnostics";
import type { Call, Expr } from "@policyc/ir";
import { call, method } from "../build.js";
import type { Context } from "../context.js";
import { type CelType, isStatic, type Lowered, plain, unsure, unwrap } from "../lowered.js";
import type { Cel } from "../syntax.js";
import type { IntrinsicLowering } from "./lowering.js";

export function argument({ args, intrinsic }: Call, position: number): Expr {
  return args[position] ?? defect(`\`${intrinsic}\` lacks argument ${position + 1}`);
}

export function lowered(expr: Call, position: number, cx: Context): Lowered {
  return unwrap(cx.lower(argument(expr, position)));
}

export function cel(expr: Call, position: number, cx: Context): Cel {
  return lowered(expr, position, cx).cel;
}

/** An intrinsic that CEL has as a method: `first.name(second, …)`. */
export function sameAs(called: string, type: CelType): IntrinsicLowering {
  return (expr, cx) => {
    const [first, ...rest] = expr.args.map((_, position) => cel(expr, position, cx));
    return plain(method(first ?? defect("no receiver"), called, ...rest), type);
  };
}

/** A name or a field, which may be read again and again. */
export function isPath(of: Cel): boolean {
  return (
    of.kind === "name" || ((of.kind === "select" || of.kind === "index") && !of.optional && isPath(of.of))
  );
}

/**
 * A text that gets a name. What is read from a list or map without a type, be it an optional, is what the checker guesses
 * from its first use: bytes, by `size`.
 */
export function textOf(read: Lowered): Lowered {
  const { cel: whole, type } = read;
  const isValue = whole.kind === "call" && whole.name === "value" && whole.on?.kind === "index";
  const isGuessed = whole.kind === "index" || isValue ? !isStatic(type) : type.includes(unsure);
  return isGuessed ? plain(call("dyn", whole), "dyn") : read;
}

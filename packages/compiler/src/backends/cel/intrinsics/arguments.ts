import { defect } from "@policyc/diagnostics";
import type { Call, Expr } from "@policyc/ir";
import { method } from "../build.js";
import type { Context } from "../context.js";
import { type CelType, type Lowered, plain, unwrap } from "../lowered.js";
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

import { type Expr, required } from "@policyc/ir";
import type { Context } from "../context.js";
import { unsupportedSyntax } from "../diagnostics/syntax.js";

/** A slice whose bounds are whole: JavaScript cuts a fraction off, and the engines each do something else. */
export function atWholePositions(slice: Expr, cx: Context): Expr {
  if (slice.kind !== "call") return slice;
  const broken = slice.args.slice(1).find(mayBeFraction);
  return broken === undefined ? slice : cx.invalid(fraction(broken));
}

/** Can the number lie between two positions? */
export function mayBeFraction(position: Expr): boolean {
  if (position.kind === "literal") return !Number.isInteger(position.value);
  const type = required(position.type);
  return type.kind === "number" && !type.integer;
}

export function fraction({ span }: Expr): ReturnType<typeof unsupportedSyntax> {
  return unsupportedSyntax(
    span,
    "a position that may be a fraction",
    "use `Math.floor(…)`, or declare the field as `Integer` of @policyc/sdk",
  );
}

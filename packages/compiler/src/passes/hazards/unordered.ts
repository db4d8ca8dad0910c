import { type Expr, required } from "@policyc/ir";
import type { Inside } from "./held.js";
import { somewhere } from "./places.js";

/** The lists whose order is nobody's choice, by what they are or what they are made of. */
export function unorderedBy(
  expr: Expr,
  inside: Inside,
  isSingle: (expr: Expr) => boolean,
): readonly string[] {
  if (expr.kind === "collect" && expr.into === "list") {
    const isUnordered = isUnorderedItself(expr) || inside(expr.iteration.over).includes("");
    return isUnordered && !isSingle(expr) ? [""] : [];
  }
  if (expr.kind === "call" && keeping.has(expr.intrinsic))
    return expr.args.slice(0, 1).flatMap(inside).map(somewhere);
  return isUnorderedItself(expr) ? [""] : [];
}

/** A list that nothing else makes unordered. */
export function isUnorderedItself(expr: Expr): boolean {
  if (expr.kind === "collect")
    return expr.into === "list" && required(expr.iteration.over.type).kind !== "list";
  return expr.kind === "inventory" || (expr.kind === "call" && expr.intrinsic === "map.keys");
}

/** Their result is in the order of what they are given. */
const keeping: ReadonlySet<string> = new Set(["list.slice", "list.distinct", "list.reversed"]);

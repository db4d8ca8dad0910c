import { type Expr, literal, required } from "@policyc/ir";
import type { Pass } from "./pass.js";
import { rewriteBelowNames } from "./rewrite.js";

/**
 * `const [name = ""] = image.split("@")`: what is split at something has a first part, and be it empty, so that nothing has
 * to stand in for it.
 */
export const firstParts: Pass = {
  name: "first-parts",
  concerns: ["string.split"],
  run: (policy) =>
    rewriteBelowNames(policy, ({ binder, value }) => (isSplit(value) ? thatIsThere(binder.name) : undefined)),
};

/** Is it split at something that is known? Of an empty text there may be no part. */
export function isSplit(expr: Expr): boolean {
  if (expr.kind !== "call" || expr.intrinsic !== "string.split") return false;
  const separator = expr.args[1];
  return separator?.kind === "literal" && separator.value !== "";
}

function thatIsThere(list: string): (expr: Expr) => Expr {
  const isFirst = (expr: Expr): boolean =>
    expr.kind === "index" &&
    expr.of.kind === "local" &&
    expr.of.name === list &&
    expr.key.kind === "literal" &&
    expr.key.value === 0;
  return (expr) => {
    if (expr.kind === "present" && isFirst(expr.of)) return literal(true, expr.span);
    const isFilled = expr.kind === "coalesce" && isFirst(expr.of);
    return isFilled ? { ...expr.of, type: required(expr.of.type) } : expr;
  };
}

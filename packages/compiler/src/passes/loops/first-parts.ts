import { type Expr, literal, required } from "@policyc/ir";
import type { Pass } from "../tree/pass.js";
import { isNamed } from "../tree/path.js";
import { rewriteBelowNames } from "../tree/rewrite.js";

/**
 * `const [name = ""] = image.split("@")`: what is split at something has a first part, and be it empty, so that nothing has
 * to stand in for it. So it has a last one, `path.split("/").at(-1)`.
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
  const isThere = (expr: Expr): boolean => isFirstIn(expr, list) || isLastIn(expr, list);
  return (expr) => {
    if (expr.kind === "present" && isThere(expr.of)) return literal(true, expr.span);
    const isFilled = expr.kind === "coalesce" && isThere(expr.of);
    return isFilled ? { ...expr.of, type: required(expr.of.type) } : expr;
  };
}

function isFirstIn(expr: Expr, list: string): boolean {
  if (expr.kind !== "index" || !isNamed(expr.of, list)) return false;
  return expr.key.kind === "literal" && expr.key.value === 0;
}

/** `list[list.length - 1]` */
export function isLastIn(expr: Expr, list: string): boolean {
  if (expr.kind !== "index" || !isNamed(expr.of, list)) return false;
  if (expr.key.kind !== "arithmetic" || expr.key.operator !== "-") return false;
  const { left, right } = expr.key;
  const isLength = left.kind === "call" && left.intrinsic === "list.length" && isNamed(left.args[0], list);
  return isLength && right.kind === "literal" && right.value === 1;
}

import { type Expr, freeNames } from "@policyc/ir";
import type { Pass } from "../tree/pass.js";
import { rewritePolicy } from "../tree/rewrite.js";

/**
 * `xs.findLast(…)?.name ?? ""`: what is read of a value that needed a name, and what stands in for it, is said where the
 * name is, so that CEL has `found[?found.size() - 1].?name.orValue("")` in one piece.
 */
export const readsInside: Pass = {
  name: "reads-inside",
  concerns: ["let"],
  run: (policy) => rewritePolicy(policy, { expression }),
};

function expression(expr: Expr): Expr {
  if (expr.kind !== "field" && expr.kind !== "index" && expr.kind !== "coalesce") return expr;
  const { of: named } = expr;
  if (named.kind !== "let") return expr;
  const beside = expr.kind === "index" ? expr.key : expr.kind === "coalesce" ? expr.fallback : undefined;
  // What stands beside it may read another name that is the same by chance.
  if (beside !== undefined && freeNames(beside).has(named.binder.name)) return expr;
  return { ...named, body: { ...expr, of: named.body }, type: expr.type };
}

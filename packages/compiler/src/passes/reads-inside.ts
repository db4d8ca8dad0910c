import { type Expr, freeNames, type Let } from "@policyc/ir";
import type { Pass } from "./pass.js";
import { rewritePolicy } from "./rewrite.js";

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
  switch (expr.kind) {
    case "field":
      return expr.of.kind === "let" ? inside(expr.of, { ...expr, of: expr.of.body }) : expr;
    case "index":
      return expr.of.kind === "let" && isFree(expr.of, expr.key)
        ? inside(expr.of, { ...expr, of: expr.of.body })
        : expr;
    case "coalesce":
      return expr.of.kind === "let" && isFree(expr.of, expr.fallback)
        ? inside(expr.of, { ...expr, of: expr.of.body })
        : expr;
    default:
      return expr;
  }
}

function inside(named: Let, body: Expr): Expr {
  return { ...named, body, type: body.type };
}

/** Does the other part not read a name that is the same by chance? */
function isFree({ binder }: Let, other: Expr): boolean {
  return !freeNames(other).has(binder.name);
}

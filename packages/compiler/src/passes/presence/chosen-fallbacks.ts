import { type Coalesce, type Expr, type ExprOf, isEmpty, mayBeAbsent } from "@policyc/ir";
import type { Pass } from "../tree/pass.js";
import { isPath } from "../tree/path.js";
import { rewritePolicy } from "../tree/rewrite.js";

/**
 * `(isIngress ? spec.ingress : spec.egress) ?? []` stands in for each of the two fields: in Rego one rule says so, where it
 * took one for the choice, and one for what stands in. Of Rego alone.
 */
export const chosenFallbacks: Pass = {
  name: "chosen-fallbacks",
  run: (policy) =>
    rewritePolicy(policy, { expression: (expr) => (expr.kind === "coalesce" ? ofEach(expr) : expr) }),
};

function ofEach(expr: Coalesce): Expr {
  const { of, fallback } = expr;
  const isShort = fallback.kind === "literal" || isEmpty(fallback);
  return of.kind === "conditional" && isShort && isChoiceOfReads(of) ? chosen(of, expr) : expr;
}

function isChoiceOfReads({ then, else: otherwise }: ExprOf<"conditional">): boolean {
  return [then, otherwise].every((way) =>
    way.kind === "conditional" ? isChoiceOfReads(way) : way.kind === "field" && isPath(way),
  );
}

function chosen(choice: ExprOf<"conditional">, whole: Coalesce): Expr {
  const filled = (way: Expr): Expr => {
    if (way.kind === "conditional") return chosen(way, whole);
    return mayBeAbsent(way.type) ? { ...whole, of: way } : way;
  };
  return { ...choice, then: filled(choice.then), else: filled(choice.else), type: whole.type };
}

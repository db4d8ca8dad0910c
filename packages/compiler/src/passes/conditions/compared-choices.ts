import { booleanType, type Compare, type Expr } from "@policyc/ir";
import { isTrivial } from "../functions/inline.js";
import type { Pass } from "../tree/pass.js";
import { rewritePolicy } from "../tree/rewrite.js";

/**
 * `length < (cidr.includes(":") ? 16 : 8)` is one comparison or the other: in Rego two definitions say so, and no rule is
 * made for a number. Of Rego alone.
 */
export const comparedChoices: Pass = {
  name: "compared-choices",
  run: (policy) =>
    rewritePolicy(policy, { expression: (expr) => (expr.kind === "compare" ? oneOrTheOther(expr) : expr) }),
};

function oneOrTheOther(expr: Compare): Expr {
  const { left, right, span } = expr;
  if (right.kind !== "conditional" || !isTrivial(left) || ![right.then, right.else].every(isLiteral))
    return expr;
  const against = (choice: Expr): Expr => ({ ...expr, right: choice });
  return {
    kind: "conditional",
    test: right.test,
    then: against(right.then),
    else: against(right.else),
    type: booleanType,
    span,
  };
}

function isLiteral({ kind }: Expr): boolean {
  return kind === "literal";
}

import { type Expr, literal, mayBeAbsent } from "@policyc/ir";
import type { Pass } from "../tree/pass.js";
import { rewritePolicy } from "../tree/rewrite.js";
import { blankTexts } from "./blank-texts.js";

/** `problem !== ""` of a text with words in it, as `if (problem)` asks where a function gives one or nothing. */
export const filledTexts: Pass = {
  name: "filled-texts",
  run: (policy) => {
    const mayBeBlank = blankTexts(policy);
    return rewritePolicy(policy, {
      expression: (expr) => {
        const text = comparedWithEmpty(expr);
        if (text === undefined || expr.kind !== "compare" || mayBeBlank(text)) return expr;
        return literal(expr.operator === "!=", expr.span);
      },
    });
  },
};

function comparedWithEmpty(expr: Expr): Expr | undefined {
  if (expr.kind !== "compare" || (expr.operator !== "==" && expr.operator !== "!=")) return undefined;
  const { left, right } = expr;
  const isOfText = right.kind === "literal" && right.value === "" && left.type.kind === "string";
  return isOfText && !mayBeAbsent(left.type) ? left : undefined;
}

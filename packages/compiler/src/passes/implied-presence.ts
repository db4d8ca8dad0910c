import type { Expr, Logic } from "@policyc/ir";
import { fingerprint } from "./fingerprint.js";
import type { Pass } from "./pass.js";
import { rewritePolicy } from "./rewrite.js";
import { thatIsThere } from "./there.js";

/**
 * `list?.includes(x)` asks whether there is a list, and then for the element. In CEL the second question is enough,
 * since what is gone through may be missing: `x in rule.?verbs.orValue([])`.
 */
export const impliedPresence: Pass = {
  name: "implied-presence",
  run: (policy) =>
    rewritePolicy(policy, { expression: (expr) => (expr.kind === "logic" ? withoutImplied(expr) : expr) }),
};

function withoutImplied(expr: Logic): Expr {
  if (expr.operator === "or") return expr;
  const operands = expr.operands.filter((operand, position) => {
    const next = expr.operands[position + 1];
    return operand.kind !== "present" || next === undefined || !isFoundIn(operand.of, next);
  });
  const [only, second] = operands;
  if (only !== undefined && second === undefined) return only;
  return operands.length === expr.operands.length ? expr : { ...expr, operands };
}

/** Is the question one for an element of this list, and false where it has none? */
function isFoundIn(list: Expr, question: Expr): boolean {
  const asked = listOf(question);
  if (asked === undefined || (asked.kind !== "field" && asked.kind !== "index")) return false;
  return fingerprint(thatIsThere(list)) === fingerprint(thatIsThere(asked));
}

function listOf(question: Expr): Expr | undefined {
  if (question.kind === "quantify" && question.quantifier === "some") return question.iteration.over;
  return question.kind === "call" && question.intrinsic === "list.includes" ? question.args[0] : undefined;
}

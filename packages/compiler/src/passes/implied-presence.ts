import { type Expr, type Logic, type Present, required } from "@policyc/ir";
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
  const operands = expr.operands.flatMap((operand, position) => {
    const [before, next] = [expr.operands[position - 1], expr.operands[position + 1]];
    if (isImpliedBy(operand, next)) return [];
    return before !== undefined && isImpliedBy(before, operand) ? [untested(operand, before)] : [operand];
  });
  const [only, second] = operands;
  if (only !== undefined && second === undefined) return only;
  return operands.length === expr.operands.length ? expr : { ...expr, operands };
}

/** Is this whether there is a list, and the next question one for an element of it, which is false where it has none? */
function isImpliedBy(operand: Expr, next: Expr | undefined): operand is Present {
  if (operand.kind !== "present" || next === undefined) return false;
  const asked = listOf(next);
  if (asked === undefined || (asked.kind !== "field" && asked.kind !== "index")) return false;
  return fingerprint(thatIsThere(operand.of)) === fingerprint(thatIsThere(asked));
}

/** What the question reads its list through was shown by the test alone, and may now be missing as well. */
function untested(question: Expr, { of }: Present): Expr {
  const list = { ...of, type: required(of.type) };
  if (question.kind === "quantify") return { ...question, iteration: { ...question.iteration, over: list } };
  return question.kind === "call" ? { ...question, args: [list, ...question.args.slice(1)] } : question;
}

function listOf(question: Expr): Expr | undefined {
  if (question.kind === "quantify" && question.quantifier === "some") return question.iteration.over;
  return question.kind === "call" && question.intrinsic === "list.includes" ? question.args[0] : undefined;
}

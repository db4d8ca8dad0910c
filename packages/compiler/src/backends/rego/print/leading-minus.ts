import { isCompareOperator, mirrored } from "@policyc/ir";
import { infix, scalar, type Term } from "../syntax.js";

/**
 * Rego reads a line that begins with a minus on from the line before it: `a` and then `-1 == b` is `a - 1 == b`. A
 * comparison with a negative number is turned around; elsewhere `-1` is written as `0 - 1`.
 */
export function withoutLeadingMinus(term: Term): Term {
  if (!beginsWithMinus(term)) return term;
  if (term.kind === "infix" && term.left.kind === "scalar" && isCompareOperator(term.operator))
    return infix(mirrored[term.operator], term.right, term.left);
  return subtracted(term);
}

function beginsWithMinus(term: Term): boolean {
  if (term.kind === "infix") return beginsWithMinus(term.left);
  return term.kind === "scalar" && isNumber(term.value) && term.value < 0;
}

function isNumber(value: unknown): value is number | bigint {
  return typeof value === "number" || typeof value === "bigint";
}

function subtracted(term: Term): Term {
  if (term.kind === "infix") return { ...term, left: subtracted(term.left) };
  return term.kind === "scalar" && isNumber(term.value) ? infix("-", scalar(0), scalar(-term.value)) : term;
}

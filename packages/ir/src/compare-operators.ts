import type { CompareOperator } from "./expression.js";

/** `a < b` is not `a >= b`. */
export const opposite: Readonly<Record<CompareOperator, CompareOperator>> = {
  "==": "!=",
  "!=": "==",
  "<": ">=",
  "<=": ">",
  ">": "<=",
  ">=": "<",
};

/** `a < b` is `b > a`. */
export const mirrored: Readonly<Record<CompareOperator, CompareOperator>> = {
  "==": "==",
  "!=": "!=",
  "<": ">",
  "<=": ">=",
  ">": "<",
  ">=": "<=",
};

/** Is it one of those that compare, as Rego and TypeScript write them, too? */
export function isCompareOperator(operator: string): operator is CompareOperator {
  return Object.hasOwn(mirrored, operator);
}

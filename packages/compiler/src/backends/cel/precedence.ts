import type { BinaryOperator, Cel } from "./syntax.js";

/** Binding strength, weakest first. */
export const strength = {
  choice: 1,
  or: 2,
  and: 3,
  relation: 4,
  sum: 5,
  product: 6,
  unary: 7,
  member: 8,
} as const;

const operatorStrength = {
  "||": strength.or,
  "&&": strength.and,
  "==": strength.relation,
  "!=": strength.relation,
  "<": strength.relation,
  "<=": strength.relation,
  ">": strength.relation,
  ">=": strength.relation,
  in: strength.relation,
  "+": strength.sum,
  "-": strength.sum,
  "*": strength.product,
  "/": strength.product,
  "%": strength.product,
} as const satisfies Record<BinaryOperator, number>;

export function strengthOf(cel: Cel): number {
  switch (cel.kind) {
    case "choice":
      return strength.choice;
    case "binary":
      return operatorStrength[cel.operator];
    case "not":
    case "negative":
      return strength.unary;
    case "number":
      return cel.value < 0 ? strength.unary : strength.member;
    default:
      return strength.member;
  }
}

export function isAssociative(operator: BinaryOperator): boolean {
  return operator === "&&" || operator === "||" || operator === "+" || operator === "*";
}

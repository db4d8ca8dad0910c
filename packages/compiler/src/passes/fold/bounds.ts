import type { CompareOperator, Expr } from "@policyc/ir";
import { fingerprint } from "../tree/fingerprint.js";

/**
 * `port < 0 || port > 0` is `port !== 0`, and `port >= 0 && port <= 0` is `port === 0`: a range whose ends are one number,
 * as parameters say it. Of what is read: a sum may be no number at all.
 */
export function foldBounds(expr: Expr): Expr {
  if (expr.kind !== "logic") return expr;
  const { operator, operands } = expr;
  const ends = operator === "or" ? outside : inside;
  const at = operands.findIndex((one, position) => isOneNumber(one, operands[position + 1], ends));
  const [first] = operands.slice(at);
  if (at < 0 || first?.kind !== "compare") return expr;
  const both: Expr = { ...first, operator: operator === "or" ? "!=" : "==" };
  const joined = [...operands.slice(0, at), both, ...operands.slice(at + 2)];
  return joined.length === 1 ? both : { ...expr, operands: joined };
}

const outside: readonly CompareOperator[] = ["<", ">"];
const inside: readonly CompareOperator[] = ["<=", ">="];

function isOneNumber(one: Expr, other: Expr | undefined, ends: readonly CompareOperator[]): boolean {
  if (one.kind !== "compare" || other?.kind !== "compare" || one.operator === other.operator) return false;
  const { left, right } = one;
  if (left.kind !== "field" && left.kind !== "index") return false;
  if (right.kind !== "literal" || typeof right.value !== "number") return false;
  const isSame = other.right.kind === "literal" && other.right.value === right.value;
  return (
    isSame &&
    ends.includes(one.operator) &&
    ends.includes(other.operator) &&
    fingerprint(left) === fingerprint(other.left)
  );
}

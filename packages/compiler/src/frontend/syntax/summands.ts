import { isOf } from "../types/flags.js";
import { typeAt } from "../types/kept.js";
import { ts } from "../typescript.js";
import { bare } from "../visitors/expressions/bare.js";

/** `a`, `b` and `c` of `a + b + c`: what is added one after the other, from the left. */
export function summandsOf(written: ts.Expression): readonly ts.Expression[] {
  const node = bare(written);
  if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.PlusToken) return [node];
  return [...summandsOf(node.left), node.right];
}

/** Is the sum one of numbers, whatever it is added up from first? */
export function areNumbers(summands: readonly ts.Expression[]): boolean {
  return summands.every((one) => isOf(typeAt(one), ts.TypeFlags.NumberLike));
}

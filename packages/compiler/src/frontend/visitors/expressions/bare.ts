import { checkerOf } from "../../types/checker.js";
import { isOf } from "../../types/flags.js";
import { keptWithChecker, typeAt } from "../../types/kept.js";
import { formsOf } from "../../types/shape.js";
import { ts } from "../../typescript.js";
import { namesWrittenKeys } from "./written-keys.js";

/**
 * Strips what does not change a value: parentheses, `as const`, `satisfies`, `as` that only says what is known, and
 * `Object.freeze`, as nothing is changed anyway.
 */
export function bare(node: ts.Expression): ts.Expression {
  if (ts.isParenthesizedExpression(node) || ts.isSatisfiesExpression(node)) return bare(node.expression);
  if (ts.isAsExpression(node) && claimsNothing(node)) return bare(node.expression);
  const frozen = ts.isCallExpression(node) ? frozenBy(node) : undefined;
  return frozen === undefined ? node : bare(frozen);
}

function frozenBy({ expression: callee, arguments: args }: ts.CallExpression): ts.Expression | undefined {
  const isFreeze = ts.isPropertyAccessExpression(callee) && callee.name.text === "freeze";
  return isFreeze && callee.expression.getText() === "Object" ? args[0] : undefined;
}

/** `levels as readonly string[]`: TypeScript itself would take the one for the other. Of `any` it takes anything. */
const claimsNothing: (node: ts.AsExpression) => boolean = keptWithChecker((node: ts.AsExpression) => {
  if (node.type.getText() === "const") return true;
  const [from, to] = [typeAt(node.expression), typeAt(node)];
  if (isOf(from, ts.TypeFlags.Any) || isOf(to, ts.TypeFlags.Any)) return false;
  const isKnown = checkerOf(node).isTypeAssignableTo(from, to) || namesWrittenKeys(node, bare);
  return isKnown || namesMembers(from, to);
});

/** `level as Level` of `"low" | "high"` and an enum of these: to the engines both are the same texts. */
function namesMembers(from: ts.Type, to: ts.Type): boolean {
  const members = formsOf(to).flatMap((form) => (form.isStringLiteral() ? [form.value] : []));
  return formsOf(from).every((form) => form.isStringLiteral() && members.includes(form.value));
}

import type { Expr } from "@policyc/ir";

/** What an operand asks, in short, and whichever way it does: those that differ in this are not the same. */
export function questionOf(expr: Expr): string {
  const { kind } = expr;
  switch (kind) {
    case "not":
      return questionOf(expr.operand);
    case "field":
      return `${questionOf(expr.of)}.${expr.name}`;
    case "present":
      return `${kind} ${questionOf(expr.of)}`;
    case "coalesce":
      return `${questionOf(expr.of)} ?? ${questionOf(expr.fallback)}`;
    case "compare":
      return `${questionOf(expr.left)} ${expr.operator} ${questionOf(expr.right)}`;
    case "logic":
      return `${expr.operator}(${expr.operands.map(questionOf).join()})`;
    case "call":
      return `${expr.intrinsic}(${expr.args.map(questionOf).join()})`;
    case "apply":
      return `${expr.function}(${expr.args.map(questionOf).join()})`;
    case "quantify":
      return `${expr.quantifier} ${questionOf(expr.iteration.over)}: ${questionOf(expr.where)}`;
    case "let":
      return `${questionOf(expr.value)}; ${questionOf(expr.body)}`;
    case "literal":
      return JSON.stringify(expr.value);
    default:
      return kind;
  }
}

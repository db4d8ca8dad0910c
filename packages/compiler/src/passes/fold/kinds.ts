import { type Expr, literal, type ResourceKind } from "@policyc/ir";

/**
 * `object.kind` is one of the matched kinds, so that tests for others, or for the only one, are decided. What a
 * document says in a field of that name is its own affair.
 */
export function foldKinds(expr: Expr, kinds: readonly ResourceKind[]): Expr {
  if (expr.kind !== "field" && expr.kind !== "compare") return expr;
  if (kinds.some(({ document }) => document !== undefined)) return expr;
  const names = [...new Set(kinds.map(({ kind }) => kind))];
  const [only, second] = names;
  if (isKindOfObject(expr) && only !== undefined && second === undefined) return literal(only, expr.span);
  if (expr.kind !== "compare" || (expr.operator !== "==" && expr.operator !== "!=")) return expr;
  const other = isKindOfObject(expr.left) ? expr.right : isKindOfObject(expr.right) ? expr.left : undefined;
  if (other?.kind !== "literal" || names.some((name) => name === other.value)) return expr;
  return literal(expr.operator === "!=", expr.span);
}

function isKindOfObject(expr: Expr): boolean {
  return (
    expr.kind === "field" && expr.name === "kind" && expr.of.kind === "input" && expr.of.root === "object"
  );
}

import { type Expr, mapChildren, mapExpressions, mayBeAbsent, required, type Stream } from "@policyc/ir";

export type Replacements = ReadonlyMap<string, Expr>;

/**
 * Replaces names by expressions. A read that a test has narrowed (`limit` after `limit !== undefined`) stays
 * narrowed: what replaces it is known to be there as well.
 */
export function replaceNames(expr: Expr, replacements: Replacements): Expr {
  if (expr.kind !== "local") return mapChildren(expr, (child) => replaceNames(child, replacements));
  const replacement = replacements.get(expr.name);
  return replacement === undefined ? expr : narrowedAs(replacement, expr);
}

export function replaceNamesInStream(stream: Stream, replacements: Replacements): Stream {
  return mapExpressions(stream, (expr) => replaceNames(expr, replacements));
}

function narrowedAs(replacement: Expr, read: Expr): Expr {
  if (!mayBeAbsent(replacement.type) || mayBeAbsent(read.type) || replacement.kind === "absent") return replacement;
  return { ...replacement, type: replacement.type.kind === "unknown" ? read.type : required(replacement.type) };
}

import { type Expr, mapExpressions, type Stream, substitute } from "@policyc/ir";

export function substituteInStream(stream: Stream, replacements: ReadonlyMap<string, Expr>): Stream {
  return mapExpressions(stream, (expr) => substitute(expr, replacements));
}

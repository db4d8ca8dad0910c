import type { Expr } from "./expression.js";
import { mapChildren } from "./walk.js";

/** How much there is to read: the number of nodes, where a list or an object that is written out counts as three. */
export function weight(expr: Expr): number {
  let nodes = expr.kind === "list" || expr.kind === "record" ? 3 : 1;
  mapChildren(expr, (child) => {
    nodes += weight(child);
    return child;
  });
  return nodes;
}

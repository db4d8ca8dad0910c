import { type Expr, expressionsIn, mapChildren } from "@policyc/ir";
import { Renaming } from "./fresh-names.js";

/** Passes ask for the same node again and again, and no node changes. */
const known = new WeakMap<Expr, string>();

/** Equal for expressions that mean the same, whatever their place and the names that they bind. */
export function fingerprint(expr: Expr): string {
  const text = known.get(expr) ?? written(expr);
  known.set(expr, text);
  return text;
}

function written(expr: Expr): string {
  let bound = 0;
  const canonical = new Renaming({ unique: () => `#${bound++}` }).expression(expr);
  return JSON.stringify(canonical, (field, value: unknown) => (field === "span" ? undefined : value));
}

/** Does the expression bind names of its own? Then it must not stand at two places. */
export function bindsNames(expr: Expr): boolean {
  return expressionsIn(expr).some(({ kind }) => kind === "let" || kind === "quantify" || kind === "collect");
}

/** How much there is to read: the number of nodes. */
export function weight(expr: Expr): number {
  let nodes = expr.kind === "list" || expr.kind === "record" ? 3 : 1;
  mapChildren(expr, (child) => {
    nodes += weight(child);
    return child;
  });
  return nodes;
}

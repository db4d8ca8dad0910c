import { type Expr, expressionsIn } from "@policyc/ir";
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
  return JSON.stringify(canonical, (field, value: unknown) =>
    field === "span" || field === "doc" ? undefined : value,
  );
}

/** Does the expression bind names of its own? Then it must not stand at two places. */
export function bindsNames(expr: Expr): boolean {
  return expressionsIn(expr).some(({ kind }) => kind === "let" || kind === "quantify" || kind === "collect");
}

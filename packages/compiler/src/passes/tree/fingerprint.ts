import { type Expr, expressionsIn } from "@policyc/ir";
import { Renaming } from "./fresh-names.js";

/** Passes ask for the same node again and again, and for what it is a part of; no node changes. */
const known = new WeakMap<object, string>();

/** Equal for expressions that mean the same, whatever their place and the names that they bind. */
export function fingerprint(expr: Expr): string {
  const before = known.get(expr);
  if (before !== undefined) return before;
  const text = written(bindsNames(expr) ? canonical(expr) : expr);
  known.set(expr, text);
  return text;
}

function canonical(expr: Expr): Expr {
  let bound = 0;
  return new Renaming({ unique: () => `#${bound++}` }).expression(expr);
}

/** An expression, or a part of one, without places. What binds no names is written once, wherever it stands. */
function written(part: unknown): string {
  if (typeof part !== "object" || part === null) return JSON.stringify(part);
  const before = known.get(part);
  if (before !== undefined) return before;
  const text = Array.isArray(part) ? `[${part.map(written).join()}]` : `{${fieldsOf(part)}}`;
  known.set(part, text);
  return text;
}

function fieldsOf(part: object): string {
  let text = "";
  for (const [field, value] of Object.entries(part))
    if (value !== undefined && field !== "span" && field !== "doc") text += `${field}:${written(value)},`;
  return text;
}

/** Does the expression bind names of its own? Then it must not stand at two places. */
export function bindsNames(expr: Expr): boolean {
  return expressionsIn(expr).some(({ kind }) => kind === "let" || kind === "quantify" || kind === "collect");
}

import type { Expr } from "@policyc/ir";
import type { Context } from "../context.js";
import { let_, local } from "./nodes.js";

/** A value that is read more than once, computed once. */
export function once(value: Expr, name: string, cx: Context, body: (value: Expr) => Expr): Expr {
  if (value.kind === "local" || value.kind === "literal" || value.kind === "invalid") return body(value);
  const binder = { name: cx.names.unique(name), type: value.type };
  return let_(binder, value, body(local(binder, value.span)), value.span);
}

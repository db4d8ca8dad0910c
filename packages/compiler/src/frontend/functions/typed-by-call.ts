import type { Expr, Type } from "@policyc/ir";
import type { Context } from "../context.js";
import type { ts } from "../typescript.js";

/** A type parameter says nothing about the value; the call does. */
export function typedByCall(value: Expr, node: ts.CallExpression, cx: Context): Expr {
  return isVague(value.type) ? { ...value, type: cx.type(node) } : value;
}

function isVague(type: Type): boolean {
  if (type.kind === "optional") return isVague(type.of);
  if (type.kind === "list" || type.kind === "set") return isVague(type.element);
  // Of `none ? onNone() : some.value` one is known alone.
  if (type.kind === "union") return type.members.some(isVague);
  return type.kind === "unknown" || (type.kind === "map" && isVague(type.value));
}

import type { Expr, Type } from "@policyc/ir";
import type { CallExpression } from "ts-morph";
import type { Context } from "./context.js";

/** A type parameter says nothing about the value; the call does. */
export function typedByCall(value: Expr, node: CallExpression, cx: Context): Expr {
  return isVague(value.type) ? { ...value, type: cx.type(node) } : value;
}

function isVague(type: Type): boolean {
  if (type.kind === "optional") return isVague(type.of);
  if (type.kind === "list" || type.kind === "set") return isVague(type.element);
  return type.kind === "unknown" || (type.kind === "map" && isVague(type.value));
}

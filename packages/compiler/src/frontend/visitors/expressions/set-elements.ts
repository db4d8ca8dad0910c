import { type Expr, required, type Type, unknownType } from "@policyc/ir";
import { call, eachValue, elementType, local } from "../../build/nodes.js";
import type { Context } from "../../context.js";
import { ts } from "../../typescript.js";

/** A set with the elements of a list beside its own. */
export function withElements(set: Expr, list: Expr, span: Expr["span"], cx: Context): Expr {
  const known = set.kind === "call" && set.intrinsic === "set.of" ? set.args[0] : elementsOf(set, cx);
  const isEmpty = known === undefined || (known.kind === "list" && known.items.length === 0);
  const items = [known, list].flatMap((value) => (value === undefined ? [] : [{ spread: true, value }]));
  const all: Expr = isEmpty ? list : { kind: "list", items, type: list.type, span };
  return call("set.of", [all], span, { kind: "set", element: elementType(list) });
}

/** In no order: a set has none. */
function elementsOf(set: Expr, cx: Context): Expr | undefined {
  if (required(set.type).kind !== "set") return undefined;
  const binder = { name: cx.names.unique("element"), type: elementType(set) };
  return eachValue({ over: set, binder }, local(binder, set.span), set.span);
}

/** `new Set()`. */
export function isEmptySet(made: ts.Node): boolean {
  return ts.isNewExpression(made) && (made.arguments ?? []).length === 0;
}

export function emptySet(type: Type, span: Expr["span"]): Expr {
  const element = type.kind === "set" ? type.element : unknownType;
  const none: Expr = { kind: "list", items: [], type: { kind: "list", element }, span };
  return call("set.of", [none], span, { kind: "set", element });
}

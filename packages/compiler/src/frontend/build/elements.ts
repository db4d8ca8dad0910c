import { type Expr, required, type Type } from "@policyc/ir";
import type { Context } from "../context.js";
import { call, characters, eachValue, local } from "./nodes.js";

/** What JavaScript goes through, as a list: the elements of a set, the characters of a text; what it is itself where it is anything else. */
export function elementsOf(value: Expr, span: Expr["span"], cx: Context): Expr {
  const type = required(value.type);
  if (value.kind === "call" && value.intrinsic === "set.of") {
    // A set keeps the order of its first occurrences; the engines' sets have none.
    const [list] = value.args;
    if (list !== undefined) return call("list.distinct", [list], span, list.type);
  }
  if (type.kind === "set") return elementsOfSet(value, type.element, cx);
  return type.kind === "string" ? characters(value, span) : value;
}

/** Of a set with a name: in the order of nobody's choice. */
function elementsOfSet(set: Expr, element: Type, cx: Context): Expr {
  const { span } = set;
  const binder = { name: cx.names.unique("element"), type: element };
  return eachValue({ over: set, binder }, local(binder, span), span);
}

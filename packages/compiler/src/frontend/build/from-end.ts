import { type Expr, integerType, literal, optional } from "@policyc/ir";
import type { Context } from "../context.js";
import { call, index, let_, local } from "./nodes.js";

/** `list[length - back]`, with the list computed once. */
export function fromEnd(list: Expr, back: number, type: Expr["type"], span: Expr["span"], cx: Context): Expr {
  const at = (of: Expr): Expr =>
    index(
      of,
      {
        kind: "arithmetic",
        operator: "-",
        left: call("list.length", [of], span),
        right: literal(back, span),
        type: integerType,
        span,
      },
      optional(type),
      span,
    );
  if (list.kind === "local" || list.kind === "field" || list.kind === "list") return at(list);
  const binder = { name: cx.names.unique("found"), type: list.type };
  return let_(binder, list, at(local(binder, span)), span);
}

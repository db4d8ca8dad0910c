import { type Expr, literal, optional, required } from "@policyc/ir";
import { fromEnd } from "../build/from-end.js";
import { call, elementType, index } from "../build/nodes.js";
import type { Context } from "../context.js";
import { mutation } from "../diagnostics/flow.js";
import { unsupportedSyntax } from "../diagnostics/syntax.js";
import { unitOrder } from "../diagnostics/text.js";
import { isFresh } from "../syntax/fresh-list.js";
import { ts } from "../typescript.js";
import { bare } from "../visitors/expressions/bare.js";
import { thatIsThere } from "../visitors/expressions/chain.js";
import { holdsAscii } from "../visitors/expressions/text-length.js";
import { isLastRead, orderedBy } from "../visitors/variables/gathered.js";
import type { Method } from "./method.js";
import { sortedByKeys, sortKeysOf } from "./sort-keys.js";
import { comparisonOf } from "./sort-order.js";

/** `image.split(":").pop()`, `parts.slice(1).shift()`: an end of a list that nobody else has. */
const end = (side: "first" | "last"): Method =>
  onFresh((node, receiver, cx) => {
    const list = thatIsThere(cx.expression(receiver));
    const span = cx.span(node);
    const type = optional(elementType(list));
    return side === "first" ? index(list, literal(0, span), type, span) : fromEnd(list, 1, type, span, cx);
  });

export const pop: Method = end("last");
export const shift: Method = end("first");

/** `ports.toSorted((a, b) => a - b)`, `names.toSorted()`, and `sort` of a list that was made just here. */
export const toSorted: Method = (node, receiver, cx) => {
  const list = thatIsThere(cx.expression(receiver));
  const span = methodSpan(node, cx);
  const element = elementType(list);
  const comparison = comparisonOf(node);
  if (list.kind === "invalid") return list;
  const sorted = call("list.sorted", [list], cx.span(node), list.type);
  const inOrder = comparison === "descending" ? reversed(sorted) : sorted;
  const isKnown = comparison === "ascending" || comparison === "descending";
  if (required(element).kind === "number" && isKnown) return inOrder;
  if (required(element).kind === "number" && comparison === "none")
    return cx.invalid(
      unsupportedSyntax(span, "to sort numbers as if they were text", "use `.toSorted((a, b) => a - b)`"),
    );
  if (element.kind === "string" && (isKnown || comparison === "none")) {
    if (!holdsAscii(bare(receiver), element)) cx.report(unitOrder(span, methodName(node)));
    return inOrder;
  }
  const keys = sortKeysOf(node, cx);
  if (keys !== undefined) {
    const texts = keys
      .map(({ asked }) => ({ asked, type: cx.type(asked) }))
      .filter(({ type }) => type.kind === "string");
    if (!texts.every(({ asked, type }) => holdsAscii(asked, type)))
      cx.report(unitOrder(span, methodName(node)));
    return sortedByKeys(list, keys, receiver, cx);
  }
  return cx.invalid(
    unsupportedSyntax(
      span,
      "to sort by a comparison of your own",
      "compare one number or text of both, `(a, b) => a.port - b.port`, `(a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)`; or use `.map(…)` for the texts or numbers that matter, and `.toSorted((a, b) => a - b)`, `.toSorted((a, b) => (a < b ? -1 : 1))` or `sorted(list)` of @policyc/sdk of those; `Math.max(…)` or `Math.min(…)` and a `filter` for the first",
    ),
  );
};

export const sort: Method = onFresh(toSorted);

function reversed(list: Expr): Expr {
  return call("list.reversed", [list], list.span, list.type);
}

/** `names.toReversed()`, and `reverse` of a list that was made just here. */
export const toReversed: Method = (node, receiver, cx) => {
  const list = thatIsThere(cx.expression(receiver));
  return list.kind === "invalid" ? list : { ...reversed(list), span: cx.span(node) };
};

export const reverse: Method = onFresh(toReversed);

/** A method that changes its list. */
function onFresh(lower: Method): Method {
  return (node, receiver, cx) =>
    isFresh(receiver) || orderedBy(node) !== undefined || isLastRead(receiver)
      ? lower(node, receiver, cx)
      : cx.invalid(mutation(methodSpan(node, cx), node.getText()));
}

function methodName(node: ts.CallExpression): string {
  return ts.isPropertyAccessExpression(node.expression) ? node.expression.name.text : node.getText();
}

/** The method is what is wrong, and not the chain before it: that may begin lines above. */
function methodSpan(node: ts.CallExpression, cx: Context): ReturnType<Context["span"]> {
  const callee = node.expression;
  const called = ts.isPropertyAccessExpression(callee) ? callee.name : node;
  return { ...cx.span(called), end: cx.span(node).end };
}

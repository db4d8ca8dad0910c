import { eachValue } from "../build/nodes.js";
import { unsupportedSyntax } from "../diagnostics/syntax.js";
import { isReadInPlace } from "../functions/read-in-place.js";
import { openLoop, pairOf } from "../visitors/loops/iteration.js";
import type { Method } from "./method.js";

/** What gives its values once: JavaScript's iterators are empty after that, and the lists of the engines are not. */
export function iterator(method: Method): Method {
  return (node, receiver, cx) =>
    isReadInPlace(node)
      ? method(node, receiver, cx)
      : cx.invalid(
          unsupportedSyntax(
            cx.span(node),
            "an iterator as a value",
            `use \`[...${node.getText()}]\`, or a loop over the call itself: JavaScript goes through it only once`,
          ),
        );
}

/** `[...list.entries()]`, `Array.from(list.entries())` */
export const entries = iterator((node, receiver, cx) => {
  const span = cx.span(node);
  const { iteration } = openLoop(receiver, undefined, "unnamed", cx);
  return eachValue(iteration, pairOf(iteration, span), span);
});

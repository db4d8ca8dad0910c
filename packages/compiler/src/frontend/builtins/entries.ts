import { eachValue } from "../build/nodes.js";
import { wrongArguments } from "../diagnostics/syntax.js";
import { isReadInPlace } from "../functions/read-in-place.js";
import { openLoop, pairOf } from "../visitors/loops/iteration.js";
import type { Method } from "./method.js";

/** `[...list.entries()]`, `Array.from(list.entries())`: what gives the pairs gives them once. */
export const entries: Method = (node, receiver, cx) => {
  const span = cx.span(node);
  if (!isReadInPlace(node))
    return cx.invalid(
      wrongArguments(
        span,
        "entries",
        "use `[...list.entries()]`, or `for (const [index, item] of list.entries())`",
      ),
    );
  const { iteration } = openLoop(receiver, undefined, "unnamed", cx);
  return eachValue(iteration, pairOf(iteration, span), span);
};

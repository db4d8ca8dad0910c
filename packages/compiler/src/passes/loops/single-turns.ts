import type { Expr, Stream } from "@policyc/ir";
import type { Pass } from "../tree/pass.js";
import { readsIn, rewritePolicy, rewriteStream } from "../tree/rewrite.js";

/** A loop over a list that is written out with one item has one turn: the item gets the name, and the loop goes. */
export const singleTurns: Pass = {
  name: "single-turns",
  run: (policy) => rewritePolicy(policy, { stream: withoutLoop }),
};

function withoutLoop(stream: Stream): Stream {
  if (stream.kind === "each") return turned(stream, stream.iteration.over);
  if (stream.kind !== "bind" || onlyItem(stream.value) === undefined) return stream;
  const { binder, value, body } = stream;
  if (readsIn(body, binder.name) !== 1) return stream;
  const inTurn = (inner: Stream): Stream => {
    if (inner.kind !== "each") return inner;
    const { over } = inner.iteration;
    return over.kind === "local" && over.name === binder.name ? turned(inner, value) : inner;
  };
  return { ...stream, body: rewriteStream(body, { stream: inTurn }) };
}

function turned(stream: Stream & { readonly kind: "each" }, over: Expr): Stream {
  const value = onlyItem(over);
  const { binder, key } = stream.iteration;
  if (value === undefined || key !== undefined) return stream;
  return { kind: "bind", binder, value, body: stream.body, span: stream.span };
}

function onlyItem(expr: Expr): Expr | undefined {
  if (expr.kind !== "list") return undefined;
  const [only, second] = expr.items;
  return only === undefined || only.spread || second !== undefined ? undefined : only.value;
}

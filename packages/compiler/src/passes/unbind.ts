import { type Expr, mapChildren, mapExpressions, mapStream, type Stream, substitute } from "@policyc/ir";
import { isCheap } from "./inline.js";
import type { Pass } from "./pass.js";

/** A name that only stands for a path, a literal or a truth is replaced by it: engines have no use for it. */
export const unbind: Pass = {
  name: "unbind",
  run: (policy) => ({
    ...policy,
    functions: policy.functions.map((fn) => ({
      ...fn,
      body:
        fn.body.kind === "value"
          ? { kind: "value", value: inExpr(fn.body.value) }
          : { kind: "stream", stream: inStream(fn.body.stream) },
    })),
    body: inStream(policy.body),
  }),
};

function stands(value: Expr): boolean {
  return isCheap(value) || value.type.kind === "boolean";
}

function inStream(stream: Stream): Stream {
  const inner = mapStream(stream, inExpr, inStream);
  if (inner.kind !== "bind" || !stands(inner.value)) return inner;
  const replacement = new Map([[inner.binder.name, inner.value]]);
  return mapExpressions(inner.body, (expr) => substitute(expr, replacement));
}

function inExpr(expr: Expr): Expr {
  const inner = mapChildren(expr, inExpr);
  if (inner.kind !== "let" || !stands(inner.value)) return inner;
  return substitute(inner.body, new Map([[inner.binder.name, inner.value]]));
}

import {
  type Binder,
  type Expr,
  isEmpty,
  mapChildren,
  mapStream,
  type Stream,
  substitute,
} from "@policyc/ir";
import { bindsNames } from "./fingerprint.js";
import type { Pass } from "./pass.js";
import { isFieldPath } from "./path.js";
import { countReads, readsOf } from "./rewrite.js";
import { substituteInStream } from "./substitute.js";

/** A name that only stands for a path, a literal, a truth or nothing is replaced by it: engines have no use for it. */
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

/** Of `[]` and `{}` it is decided what is read, and OPA refuses to read what is not there. */
function stands(value: Expr, reads: number): boolean {
  return (
    isFieldPath(value) ||
    isEmpty(value) ||
    (value.type.kind === "boolean" && (reads < 2 || !bindsNames(value)))
  );
}

function inStream(stream: Stream): Stream {
  const inner = mapStream(stream, inExpr, inStream);
  if (inner.kind !== "bind" || !stands(inner.value, countReads(inner.body).get(inner.binder.name) ?? 0))
    return inner;
  return substituteInStream(inner.body, new Map([[inner.binder.name, named(inner)]]));
}

function inExpr(expr: Expr): Expr {
  const inner = mapChildren(expr, inExpr);
  if (inner.kind !== "let" || !stands(inner.value, readsOf(inner.body, inner.binder.name))) return inner;
  return substitute(inner.body, new Map([[inner.binder.name, named(inner)]]));
}

/** A truth that needs a rule of its own is called what the author calls it. */
function named({ binder, value }: { readonly binder: Binder; readonly value: Expr }): Expr {
  const needsRule = value.kind === "logic" || value.kind === "quantify" || value.kind === "conditional";
  return needsRule ? { ...value, name: binder.name } : value;
}

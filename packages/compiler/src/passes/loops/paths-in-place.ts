import {
  type Expr,
  type FunctionIR,
  type Iteration,
  isEmpty,
  mapStream,
  type Policy,
  type Stream,
} from "@policyc/ir";
import type { Pass } from "../tree/pass.js";
import { rewriteExpression } from "../tree/rewrite.js";

/**
 * A loop over what a function without arguments reads, `(object) => object.rules ?? []`, goes through the field itself: in
 * Rego nothing is gone through where there is none, so that there is nothing left to say in a rule.
 */
export const pathsInPlace: Pass = {
  name: "paths-in-place",
  run: (policy) => {
    const lists = new Map(policy.functions.flatMap(listOf));
    if (lists.size === 0) return policy;
    const inLoop = (iteration: Iteration): Iteration => {
      const over = iteration.over.kind === "apply" ? lists.get(iteration.over.function) : undefined;
      return over === undefined ? iteration : { ...iteration, over };
    };
    return rewritten(policy, inLoop);
  },
};

function rewritten(policy: Policy, inLoop: (iteration: Iteration) => Iteration): Policy {
  const inExpression = (expr: Expr): Expr =>
    rewriteExpression(expr, (one) => {
      if (one.kind !== "quantify" && one.kind !== "collect") return one;
      const iteration = inLoop(one.iteration);
      return iteration === one.iteration ? one : { ...one, iteration };
    });
  const inStream = (stream: Stream): Stream => {
    const inner = mapStream(stream, inExpression, inStream);
    if (inner.kind !== "each") return inner;
    const iteration = inLoop(inner.iteration);
    return iteration === inner.iteration ? inner : { ...inner, iteration };
  };
  const functions = policy.functions.map((fn): FunctionIR => {
    if (fn.body.kind !== "value") return fn;
    const value = inExpression(fn.body.value);
    return value === fn.body.value ? fn : { ...fn, body: { kind: "value", value } };
  });
  return { ...policy, functions, body: inStream(policy.body) };
}

/** The list that a function reads, by its name. */
function listOf({ name, params, body }: FunctionIR): readonly (readonly [string, Expr])[] {
  if (params.length > 0 || body.kind !== "value" || body.value.kind !== "coalesce") return [];
  const { of, fallback } = body.value;
  const isList = body.value.type.kind === "list" && isEmpty(fallback) && isRead(of);
  return isList ? [[name, body.value] as const] : [];
}

/** A field, or one that may be `null`. */
function isRead(expr: Expr): boolean {
  if (expr.kind !== "conditional") return expr.kind === "field" || expr.kind === "index";
  const { test, then, else: otherwise } = expr;
  return test.kind === "call" && test.intrinsic === "is.given" && isRead(then) && otherwise.kind === "absent";
}

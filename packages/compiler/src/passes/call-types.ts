import { type Expr, type FunctionIR, mapAll, mayBeAbsent, required } from "@policyc/ir";
import type { Pass } from "./pass.js";
import { rewriteExpression, rewriteStream } from "./rewrite.js";

/**
 * A function that gives something for every argument, now that it is known what it does, is called as one that does:
 * Rego has predicates, which are undefined where they are false, and nobody may read one as a value.
 */
export const callTypes: Pass = {
  name: "call-types",
  run: (policy) => {
    const sure = new Set<string>();
    const expression = (expr: Expr): Expr =>
      expr.kind === "apply" && sure.has(expr.function) && expr.type.kind === "optional"
        ? { ...expr, type: required(expr.type) }
        : expr;
    // Callees come before their callers.
    const functions = mapAll(policy.functions, (fn) => {
      const typed = withTypes(fn, expression);
      if (typed.body.kind === "value" && !mayBeAbsent(typed.body.value.type)) sure.add(fn.name);
      return typed;
    });
    return { ...policy, functions, body: rewriteStream(policy.body, { expression }) };
  },
};

function withTypes(fn: FunctionIR, expression: (expr: Expr) => Expr): FunctionIR {
  if (fn.body.kind !== "value") return fn;
  const value = rewriteExpression(fn.body.value, expression);
  return value === fn.body.value ? fn : { ...fn, body: { kind: "value", value } };
}

import { type Expr, mapAll, mayBeAbsent, required } from "@policyc/ir";
import type { Pass } from "../tree/pass.js";
import { rewriteFunction, rewriteStream } from "../tree/rewrite.js";

/**
 * A function that gives something for every argument, now that it is known what it does, is called as one that does:
 * Rego has predicates, which are undefined where they are false, and nobody may read one as a value.
 */
export const callTypes: Pass = {
  name: "call-types",
  concerns: ["apply"],
  run: (policy) => {
    const sure = new Set<string>();
    const expression = (expr: Expr): Expr =>
      expr.kind === "apply" && sure.has(expr.function) && expr.type.kind === "optional"
        ? { ...expr, type: required(expr.type) }
        : expr;
    // Callees come before their callers.
    const functions = mapAll(policy.functions, (fn) => {
      const typed = rewriteFunction(fn, { expression });
      if (typed.body.kind === "value" && !mayBeAbsent(typed.body.value.type)) sure.add(fn.name);
      return typed;
    });
    return { ...policy, functions, body: rewriteStream(policy.body, { expression }) };
  },
};

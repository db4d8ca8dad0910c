import { type Expr, expressionsIn, expressionsInStream, type Policy } from "@policyc/ir";
import type { Pass } from "../tree/pass.js";

/** Leaves out functions that nothing calls any more. */
export const unusedFunctions: Pass = {
  name: "unused-functions",
  run: (policy) => {
    const used = usedFunctions(policy);
    return { ...policy, functions: policy.functions.filter((fn) => used.has(fn.name)) };
  },
};

function usedFunctions(policy: Policy): ReadonlySet<string> {
  const used = new Set<string>();
  const visit = (exprs: Iterable<Expr>): void => {
    for (const expr of exprs) {
      if (expr.kind !== "apply" || used.has(expr.function)) continue;
      used.add(expr.function);
      const fn = policy.functions.find(({ name }) => name === expr.function);
      if (fn?.body.kind === "value") visit(expressionsIn(fn.body.value));
    }
  };
  visit(expressionsInStream(policy.body));
  return used;
}

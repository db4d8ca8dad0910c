import type { Expr } from "@policyc/ir";
import { FreshNames } from "../tree/fresh-names.js";
import type { Pass } from "../tree/pass.js";
import { rewritePolicy } from "../tree/rewrite.js";

/** Names every list of other objects, so that `share` asks for each but once, and never anew in a loop. */
export const nameInventories: Pass = {
  name: "name-inventories",
  concerns: ["inventory"],
  run: (policy) => {
    const names = FreshNames.of(policy);
    return rewritePolicy(policy, { expression: (expr) => named(expr, names) });
  },
};

function named(expr: Expr, names: FreshNames): Expr {
  if (expr.kind !== "inventory") return expr;
  const { plural } = expr.resource;
  const binder = {
    name: names.unique(expr.namespace === undefined ? plural : `${plural}Here`),
    type: expr.type,
  };
  const body: Expr = { kind: "local", name: binder.name, type: binder.type, span: expr.span };
  return { kind: "let", binder, value: expr, body, type: expr.type, span: expr.span };
}

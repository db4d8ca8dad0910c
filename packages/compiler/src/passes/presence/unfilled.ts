import type { Expr } from "@policyc/ir";
import { absentRead } from "../fold/literal.js";
import { byOrigins, type Origins, valuesRead } from "../tree/origins.js";
import type { Pass } from "../tree/pass.js";
import { rewritePolicy } from "../tree/rewrite.js";

/**
 * A field that the type of a table's rows has and none of the rows: absent. OPA's type checker knows the rows as they
 * are written, and refuses the reference.
 */
export const unfilled: Pass = {
  name: "unfilled",
  concerns: ["record"],
  run: (policy) =>
    byOrigins(policy, (scope, origins) =>
      rewritePolicy(scope, {
        expression: (expr) => (isNeverFilled(expr, origins) ? absentRead(expr) : expr),
      }),
    ),
};

function isNeverFilled(expr: Expr, origins: Origins): boolean {
  const values = expr.kind === "field" ? valuesRead(expr, origins) : undefined;
  return values?.every((value) => value === undefined) === true;
}

import type { Expr } from "@policyc/ir";
import { absentRead } from "../fold/literal.js";
import { byOrigins, type Origins, recordsOf } from "../tree/origins.js";
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
  if (expr.kind !== "field") return false;
  const records = recordsOf(expr.of, origins);
  if (records === undefined || records.length === 0) return false;
  return records.every(({ entries }) => entries.every(({ name }) => name !== expr.name));
}

import { type Call, type Expr, literal, mayBeAbsent, type RecordExpr } from "@policyc/ir";
import { byOrigins, type Origins, recordsOf } from "../tree/origins.js";
import type { Pass } from "../tree/pass.js";
import { rewritePolicy } from "../tree/rewrite.js";

/**
 * `deepEqual` of records that are written out and have other fields than each other is false: OPA's type checker refuses
 * to ask.
 */
export const unlikeRecords: Pass = {
  name: "unlike-records",
  concerns: ["record"],
  run: (policy) =>
    byOrigins(policy, (scope, origins) =>
      rewritePolicy(scope, {
        expression: (expr) =>
          expr.kind === "call" && expr.intrinsic === "deepEqual" && areUnlike(expr, origins)
            ? literal(false, expr.span)
            : expr,
      }),
    ),
};

function areUnlike({ args: [one, other] }: Call, origins: Origins): boolean {
  if (one === undefined || other === undefined || (mayBeAbsent(one.type) && mayBeAbsent(other.type)))
    return false;
  const [left, right] = [recordsOf(one, origins), recordsOf(other, origins)];
  if (left === undefined || right === undefined || left.length === 0 || right.length === 0) return false;
  return left.every((record) =>
    right.every((another) => lacksField(record, another) || lacksField(another, record)),
  );
}

/** Has one a field that the other has not, whatever it holds? */
function lacksField(one: RecordExpr, other: RecordExpr): boolean {
  return other.entries.some(
    ({ name, value }) => isThere(value) && !one.entries.some((entry) => entry.name === name),
  );
}

function isThere(value: Expr): boolean {
  return !mayBeAbsent(value.type);
}

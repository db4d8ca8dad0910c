import type { Expr } from "@policyc/ir";
import { spreadUnset } from "./diagnostics/spread-unset.js";
import { type Hazard, harmfulPlaces, type Names } from "./flow.js";
import { mayLackValues, unset } from "./unset-fields.js";

/**
 * `{ ...defaults, ...options }` where `options` was written out with a value that may be absent: `{ name: undefined }` wins
 * over the default in JavaScript, and no engine can tell it from `{}`. Objects of the API and parameters have no such fields.
 */
export const spreadOverByNothing: Hazard = {
  begins: (expr) => expr.kind === "coalesce" && expr.isSpread === true,
  problems: (policy) =>
    harmfulPlaces(policy, { ...unset, isHarmful, isHarmfulLoop: () => false }).map(({ span }) =>
      spreadUnset(span),
    ),
};

function isHarmful(expr: Expr, names: Names): boolean {
  if (expr.kind !== "coalesce" || expr.isSpread !== true) return false;
  return expr.of.kind === "field" && mayBeUnset(expr.of.of, names);
}

/** An object in a field of one that was written out so may have been as well. */
function mayBeUnset(expr: Expr, names: Names): boolean {
  return mayLackValues(expr, names) || (expr.kind === "field" && mayBeUnset(expr.of, names));
}

import { type Expr, expressionsInStream, type Field, mayBeAbsent } from "@policyc/ir";
import { spreadAway, spreadUnset } from "../diagnostics/spread-unset.js";
import { byOrigins, type Origins, recordsOf } from "../tree/origins.js";
import { type Flow, type Hazard, harmfulPlaces, type Names, oneWayHas, within } from "./flow.js";

/**
 * `{ ...defaults, ...options }` where `options` was written out with a value that may be absent: `{ name: undefined }` wins
 * over the default in JavaScript, and no engine can tell it from `{}`. Objects of the API and parameters have no such fields.
 */
export const spreadOverByNothing: Hazard = {
  begins: (expr) => expr.kind === "coalesce" && expr.isSpread === true,
  problems: (policy) => harmfulPlaces(policy, unset).map(({ span }) => spreadUnset(span)),
};

/** A read of what a spread may have left without a value, of which TypeScript says that there is one. `??` finds it out. */
export const readsOfUnset: Hazard = {
  begins: (expr) => expr.kind === "record" && expr.entries.some(({ isUnset }) => isUnset),
  problems: (policy) => {
    const places: Field[] = [];
    byOrigins(policy, (scope, origins) => {
      const expressions = expressionsInStream(scope.body);
      const filled = new Set(expressions.flatMap((expr) => (expr.kind === "coalesce" ? [expr.of] : [])));
      const reads = expressions.filter((expr) => expr.kind === "field");
      places.push(...reads.filter((read) => !filled.has(read) && isOfUnset(read, origins)));
      return scope;
    });
    return places.map(({ name, span }) => spreadAway(span, name));
  },
};

function isOfUnset({ of, name: read }: Field, origins: Origins): boolean {
  const entries = recordsOf(of, origins)?.flatMap((record) => record.entries);
  return entries?.some(({ name, isUnset }) => isUnset && name === read) === true;
}

const unset: Flow = {
  has: holdsUnset,
  inTurn: ({ over }, names) => holdsUnset(over, names),
  isHarmful: (expr, names) =>
    expr.kind === "coalesce" &&
    expr.isSpread === true &&
    expr.of.kind === "field" &&
    holdsUnset(expr.of.of, names),
};

/** Is there an object in it, however deep, that was written out with a value that may be absent? */
function holdsUnset(expr: Expr, names: Names): boolean {
  switch (expr.kind) {
    case "record":
      return expr.entries.some(
        ({ value }) => (mayBeAbsent(value.type) && value.type.kind !== "unknown") || holdsUnset(value, names),
      );
    case "field":
    case "index":
      return holdsUnset(expr.of, names);
    case "list":
      return expr.items.some(({ value }) => holdsUnset(value, names));
    case "collect":
      return holdsUnset(expr.value, within(expr, unset, names));
    case "call":
      return expr.args.some((argument) => holdsUnset(argument, names));
    default:
      return oneWayHas(expr, unset, names) ?? false;
  }
}

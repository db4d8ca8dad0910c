import { type Expr, type Iteration, mayBeAbsent, required } from "@policyc/ir";
import { unsetField } from "../diagnostics/unset-field.js";
import { type Flow, type Hazard, harmfulPlaces, type Names, within } from "./flow.js";

/**
 * Where the keys of an object matter that is written out with a value that may be absent: `{ a: undefined }` has the key
 * `a` in JavaScript, and no engine can say so.
 */
export const unsetFields: Hazard = {
  // Of a function that takes any type, only a call knows whether the value may be absent.
  begins: (expr) => expr.kind === "record" && expr.entries.some(({ value }) => mayBeAbsent(value.type)),
  problems: (policy) => harmfulPlaces(policy, unset).map(({ span }) => unsetField(span)),
};

const unset: Flow = {
  has: mayLackValues,
  inTurn: ({ over }, names) => required(over.type).kind === "list" && mayLackValues(over, names),
  isHarmful: readsKeys,
  isHarmfulLoop: goesThroughEntries,
};

function readsKeys(expr: Expr, names: Names): boolean {
  if (expr.kind === "quantify" || expr.kind === "collect") return goesThroughEntries(expr.iteration, names);
  const [of] = expr.kind === "call" && asksForKeys.has(expr.intrinsic) ? expr.args : [];
  return of !== undefined && mayLackValues(of, names);
}

const asksForKeys: ReadonlySet<string> = new Set(["map.keys", "map.has", "map.size"]);

function goesThroughEntries({ over }: Iteration, names: Names): boolean {
  return required(over.type).kind !== "list" && mayLackValues(over, names);
}

function mayLackValues(expr: Expr, names: Names): boolean {
  switch (expr.kind) {
    case "record":
      return expr.entries.some(({ value }) => mayBeAbsent(value.type) && value.type.kind !== "unknown");
    case "local":
      return names.has(expr.name);
    case "list":
      return expr.items.some(({ value }) => mayLackValues(value, names));
    case "collect":
      return expr.into === "list" && mayLackValues(expr.value, within(expr, unset, names));
    case "index":
      return mayLackValues(expr.of, names);
    case "conditional":
      return mayLackValues(expr.then, names) || mayLackValues(expr.else, names);
    case "coalesce":
      return mayLackValues(expr.of, names) || mayLackValues(expr.fallback, names);
    case "let":
      return mayLackValues(expr.body, within(expr, unset, names));
    default:
      return false;
  }
}

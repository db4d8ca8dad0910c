import { type Expr, type Iteration, mayBeAbsent, required, type Type } from "@policyc/ir";
import { unsetField } from "../diagnostics/unset-field.js";
import { type Flow, type Hazard, harmfulPlaces, type Names, oneWayHas } from "./flow.js";
import { type DeepFlow, deepFlow } from "./held.js";

/**
 * Where the keys of an object matter that is written out with a value that may be absent: `{ a: undefined }` has the key
 * `a` in JavaScript, and no engine can say so. An object of the API whose values may be `null`, or may be anything, has keys
 * that count as absent.
 */
export const unsetFields: Hazard = {
  // Of a function that takes any type, only a call knows whether the value may be absent.
  begins: (expr) =>
    (expr.kind === "record" && expr.entries.some(({ value }) => mayBeAbsent(value.type))) ||
    isOfNulls(expr.type),
  problems: (policy) => [
    ...harmfulPlaces(policy, ofNulls).map(({ span }) => unsetField(span, "read")),
    ...harmfulPlaces(policy, unset).map(({ span }) => unsetField(span, "written")),
  ],
};

/** An object that is written out, wherever it is by now. */
const unset: DeepFlow = deepFlow(
  (expr) => (mayLackValues(expr) ? [""] : []),
  askedForKeys((expr, names) => unset.has(expr, names)),
);
const ofNulls: Flow = {
  ...askedForKeys(mayHoldNulls),
  has: mayHoldNulls,
  inTurn: ({ binder }) => isOfNulls(binder.type),
};

function askedForKeys(has: Flow["has"]): Pick<Flow, "isHarmful" | "isHarmfulLoop"> {
  const goesThroughEntries = ({ over }: Iteration, names: Names): boolean =>
    required(over.type).kind !== "list" && has(over, names);
  return {
    isHarmful: (expr, names) => {
      if (expr.kind === "quantify" || expr.kind === "collect")
        return goesThroughEntries(expr.iteration, names);
      const [of] = expr.kind === "call" && asksForKeys.has(expr.intrinsic) ? expr.args : [];
      return of !== undefined && has(of, names);
    },
    isHarmfulLoop: goesThroughEntries,
  };
}

const asksForKeys: ReadonlySet<string> = new Set(["map.keys", "map.has", "map.size"]);

/** What is read, or chosen of what is read, where the CRD lets values be `null`, or anything. */
function mayHoldNulls(expr: Expr, names: Names): boolean {
  const isRead = expr.kind === "field" || expr.kind === "index";
  return isRead ? isOfNulls(expr.type) : (oneWayHas(expr, ofNulls, names) ?? false);
}

function isOfNulls(type: Type): boolean {
  const map = required(type);
  if (map.kind !== "map") return false;
  const { value } = map;
  return value.kind === "unknown" || (value.kind === "optional" && value.nullable === true);
}

function mayLackValues(expr: Expr): boolean {
  return (
    expr.kind === "record" &&
    expr.entries.some(({ value }) => mayBeAbsent(value.type) && value.type.kind !== "unknown")
  );
}

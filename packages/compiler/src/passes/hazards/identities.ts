import { type Expr, expressionsInPolicy, type Policy, required, type Type } from "@policyc/ir";
import { toldApartByIdentity } from "../diagnostics/identity.js";
import type { Hazard } from "./flow.js";

/** Where objects or lists are told apart, in a set or as keys: JavaScript has each of them once, an engine those that are alike. */
export const identities: Hazard = {
  begins: isHarmful,
  problems: (policy: Policy) => {
    const places = expressionsInPolicy(policy).filter(isHarmful);
    const once = new Map(places.map((expr) => [JSON.stringify(expr.span), expr]));
    return [...once.values()].map((expr) =>
      toldApartByIdentity(
        expr.span,
        expr.kind === "collect" && expr.into === "map"
          ? "objects or lists as keys of a `Map`"
          : "objects or lists in a set",
      ),
    );
  },
};

function isHarmful(expr: Expr): boolean {
  if (expr.kind === "collect") {
    if (expr.into === "map") return expr.mapKey !== undefined && isObject(expr.mapKey.type);
    return expr.into === "set" && isObject(expr.value.type);
  }
  if (expr.kind !== "call" || !distinguishing.has(expr.intrinsic)) return false;
  const [list] = expr.args;
  return list !== undefined && holdsObjects(list.type) && !areDistinct(list);
}

const distinguishing: ReadonlySet<string> = new Set(["set.of", "list.distinct"]);

function holdsObjects(type: Type): boolean {
  const known = required(type);
  return (known.kind === "list" || known.kind === "set") && isObject(known.element);
}

function isObject(type: Type): boolean {
  const known = required(type);
  if (known.kind === "union") return known.members.some(isObject);
  return known.kind === "record" || known.kind === "list" || known.kind === "map" || known.kind === "set";
}

/** The pairs of a map: no two have the same key. */
function areDistinct(list: Expr): boolean {
  return list.kind === "collect" && !list.flatten && required(list.iteration.over.type).kind === "map";
}

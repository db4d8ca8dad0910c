import { childrenOf, type Expr, type Iteration, required } from "@policyc/ir";
import { undefinedOrder } from "./diagnostics/order.js";
import { type Flow, type Hazard, harmfulPlaces, type Names, within } from "./flow.js";

/** Where the order of an object's keys would decide what a policy says: each engine goes through them in its own. */
export const orders: Hazard = {
  begins: isUnorderedItself,
  problems: (policy) => harmfulPlaces(policy, order).map(({ span }) => undefinedOrder(span)),
};

const order: Flow = {
  has: isUnordered,
  inTurn: () => false,
  isHarmful: dependsOnOrder,
  isHarmfulLoop: countsTurns,
  parts: (expr) => {
    // Whether there is a first one is the same in every order; of two pairs with one key any may count.
    if (expr.kind === "present" && expr.of.kind === "index") return [expr.of.of, expr.of.key];
    if (expr.kind === "collect" && expr.into === "map") return [expr.iteration.over, expr.value];
    return childrenOf(expr);
  },
};

function dependsOnOrder(expr: Expr, names: Names): boolean {
  switch (expr.kind) {
    case "index":
      return required(expr.of.type).kind === "list" && isUnordered(expr.of, names);
    case "quantify":
      return countsTurns(expr.iteration, names);
    case "collect":
      return expr.into !== "map" && countsTurns(expr.iteration, names);
    case "call":
      return sensitive.has(expr.intrinsic) && expr.args.some((arg) => isUnordered(arg, names));
    default:
      return false;
  }
}

const sensitive: ReadonlySet<string> = new Set(["list.join", "list.slice", "deepEqual"]);

/** The position of an element in a list is read. */
function countsTurns({ over, key }: Iteration, names: Names): boolean {
  return key !== undefined && required(over.type).kind === "list" && isUnordered(over, names);
}

/** A list that nothing else makes unordered. */
function isUnorderedItself(expr: Expr): boolean {
  if (expr.kind === "collect")
    return expr.into === "list" && required(expr.iteration.over.type).kind !== "list";
  return expr.kind === "inventory" || (expr.kind === "call" && expr.intrinsic === "map.keys");
}

function isUnordered(expr: Expr, names: Names): boolean {
  if (isUnorderedItself(expr)) return true;
  switch (expr.kind) {
    case "local":
      return names.has(expr.name);
    case "collect":
      if (expr.into !== "list") return false;
      return isUnordered(expr.iteration.over, names) || (expr.flatten && isUnordered(expr.value, names));
    case "list":
      return expr.items.some(({ spread, value }) => spread && isUnordered(value, names));
    case "conditional":
      return isUnordered(expr.then, names) || isUnordered(expr.else, names);
    case "coalesce":
      return isUnordered(expr.of, names) || isUnordered(expr.fallback, names);
    case "let":
      return isUnordered(expr.body, within(expr, order, names));
    case "call":
      return keeping.has(expr.intrinsic) && isUnorderedFirst(expr.args, names);
    default:
      return false;
  }
}

/** Their result is in the order of what they are given. */
const keeping: ReadonlySet<string> = new Set(["list.slice", "list.distinct"]);

function isUnorderedFirst([first]: readonly Expr[], names: Names): boolean {
  return first !== undefined && isUnordered(first, names);
}

import { type Collect, childrenOf, type Expr, type Iteration, type Policy, required } from "@policyc/ir";
import { undefinedOrder } from "../diagnostics/order.js";
import { askedForPresence } from "./asked-for-presence.js";
import { anyCounts } from "./equal-keys.js";
import { type Flow, type Hazard, harmfulPlaces, type Names, oneWayHas } from "./flow.js";
import { singleObjects } from "./single-objects.js";

/** Where the order of an object's keys would decide what a policy says: each engine goes through them in its own. */
export const orders: Hazard = {
  begins: isUnorderedItself,
  problems: (policy) => placesOfUndefinedOrder(policy).map(({ span }) => undefinedOrder(span)),
};

export function placesOfUndefinedOrder(flat: Policy): readonly Expr[] {
  return harmfulPlaces(flat, orderIn(flat));
}

function orderIn(policy: Policy): Flow {
  const isSingle = singleObjects(policy);
  const asked = askedForPresence(policy);
  const isAnyGood = anyCounts(policy);
  const order: Order = {
    has: (expr, names) => isUnordered(expr, names, order),
    isSingle,
    isAnyGood,
    inTurn: () => false,
    isHarmful: (expr, names) => !asked.has(expr) && dependsOnOrder(expr, names, order),
    isHarmfulLoop: (iteration, names) => countsTurns(iteration, names, order),
    parts: (expr) => {
      // Whether there is a first one is the same in every order; which of two pairs with one key counts, `isHarmful` asks.
      if (expr.kind === "present" && expr.of.kind === "index") return [expr.of.of, expr.of.key];
      if (expr.kind === "collect" && expr.into === "map") return [expr.iteration.over, expr.value];
      return childrenOf(expr);
    },
  };
  return order;
}

interface Order extends Flow {
  /** Does the list hold at most one? */
  readonly isSingle: (expr: Expr) => boolean;
  /** May any of the pairs with one key count? */
  readonly isAnyGood: (map: Collect) => boolean;
}

function dependsOnOrder(expr: Expr, names: Names, order: Order): boolean {
  switch (expr.kind) {
    case "index":
      return required(expr.of.type).kind === "list" && order.has(expr.of, names);
    case "quantify":
      return countsTurns(expr.iteration, names, order);
    case "collect":
      return countsTurns(expr.iteration, names, order) && !(expr.into === "map" && order.isAnyGood(expr));
    case "call":
      return sensitive.has(expr.intrinsic) && expr.args.some((arg) => order.has(arg, names));
    default:
      return false;
  }
}

const sensitive: ReadonlySet<string> = new Set(["list.join", "list.slice", "deepEqual"]);

/** The position of an element in a list is read. */
function countsTurns({ over, key }: Iteration, names: Names, { has }: Order): boolean {
  return key !== undefined && required(over.type).kind === "list" && has(over, names);
}

/** A list that nothing else makes unordered. */
function isUnorderedItself(expr: Expr): boolean {
  if (expr.kind === "collect")
    return expr.into === "list" && required(expr.iteration.over.type).kind !== "list";
  return expr.kind === "inventory" || (expr.kind === "call" && expr.intrinsic === "map.keys");
}

function isUnordered(expr: Expr, names: Names, order: Order): boolean {
  if (order.isSingle(expr)) return false;
  if (isUnorderedItself(expr)) return true;
  switch (expr.kind) {
    case "collect":
      if (expr.into !== "list") return false;
      return order.has(expr.iteration.over, names) || (expr.flatten && order.has(expr.value, names));
    case "list":
      return expr.items.some(({ spread, value }) => spread && order.has(value, names));
    case "call":
      return keeping.has(expr.intrinsic) && isUnorderedFirst(expr.args, names, order);
    default:
      return oneWayHas(expr, order, names) ?? false;
  }
}

/** Their result is in the order of what they are given. */
const keeping: ReadonlySet<string> = new Set(["list.slice", "list.distinct", "list.reversed"]);

function isUnorderedFirst([first]: readonly Expr[], names: Names, { has }: Order): boolean {
  return first !== undefined && has(first, names);
}

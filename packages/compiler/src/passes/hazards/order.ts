import { type Collect, childrenOf, type Expr, type Iteration, type Policy, required } from "@policyc/ir";
import { undefinedOrder } from "../diagnostics/order.js";
import { askedForPresence } from "./asked-for-presence.js";
import { anyCounts } from "./equal-keys.js";
import { type Hazard, harmfulPlaces, type Names } from "./flow.js";
import { type DeepFlow, deepFlow } from "./held.js";
import { singleObjects } from "./single-objects.js";
import { isUnorderedItself, unorderedBy } from "./unordered.js";

/** Where the order of an object's keys would decide what a policy says: each engine goes through them in its own. */
export const orders: Hazard = {
  begins: isUnorderedItself,
  problems: (policy) => placesOfUndefinedOrder(policy).map(({ span }) => undefinedOrder(span)),
};

export function placesOfUndefinedOrder(flat: Policy): readonly Expr[] {
  return harmfulPlaces(flat, orderIn(flat));
}

function orderIn(policy: Policy): DeepFlow {
  const isSingle = singleObjects(policy);
  const asked = askedForPresence(policy);
  const isAnyGood = anyCounts(policy);
  const order: DeepFlow = deepFlow((expr, inside) => unorderedBy(expr, inside, isSingle), {
    isHarmful: (expr, names) =>
      !asked.has(expr) && !isOfAnyGood(expr, isAnyGood) && dependsOnOrder(expr, names, order),
    isHarmfulLoop: (iteration, names) => countsTurns(iteration, names, order),
    parts: (expr) => {
      // Whether there is a first one is the same in every order; which of two pairs with one key counts, `isHarmful` asks.
      if (expr.kind === "present" && expr.of.kind === "index") return [expr.of.of, expr.of.key];
      if (expr.kind === "collect" && expr.into === "map") return [expr.iteration.over, expr.value];
      return childrenOf(expr);
    },
  });
  return order;
}

/** Any of the pairs with one key may count. */
function isOfAnyGood(expr: Expr, isAnyGood: (map: Collect) => boolean): boolean {
  return expr.kind === "collect" && expr.into === "map" && isAnyGood(expr);
}

function dependsOnOrder(expr: Expr, names: Names, order: DeepFlow): boolean {
  switch (expr.kind) {
    case "index":
      return required(expr.of.type).kind === "list" && order.has(expr.of, names);
    case "quantify":
      return countsTurns(expr.iteration, names, order);
    case "collect":
      return countsTurns(expr.iteration, names, order);
    case "call":
      if (expr.intrinsic === "deepEqual") return expr.args.some((arg) => order.places(arg, names).length > 0);
      return sensitive.has(expr.intrinsic) && expr.args.some((arg) => order.has(arg, names));
    default:
      return false;
  }
}

const sensitive: ReadonlySet<string> = new Set(["list.join", "list.slice"]);

/** The position of an element in a list is read. */
function countsTurns({ over, key }: Iteration, names: Names, { has }: DeepFlow): boolean {
  return key !== undefined && required(over.type).kind === "list" && has(over, names);
}

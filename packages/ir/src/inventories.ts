import type { Inventory } from "./expression.js";
import type { Policy } from "./policy.js";
import { expressionsInPolicy } from "./walk.js";

/** Where a policy reads other objects of the cluster: an empty list for one that looks at its own object alone. */
export function inventoriesOf(policy: Policy): readonly Inventory[] {
  const known = found.get(policy) ?? inventoriesIn(policy);
  found.set(policy, known);
  return known;
}

/** Each target asks. */
const found = new WeakMap<Policy, readonly Inventory[]>();

function inventoriesIn(policy: Policy): readonly Inventory[] {
  return expressionsInPolicy(policy).filter((expr) => expr.kind === "inventory");
}

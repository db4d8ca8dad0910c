import type { Inventory } from "./expression.js";
import type { Policy } from "./policy.js";
import { expressionsIn, expressionsInStream } from "./walk.js";

/** Where a policy reads other objects of the cluster: an empty list for one that looks at its own object alone. */
export function inventoriesOf(policy: Policy): readonly Inventory[] {
  const known = found.get(policy) ?? inventoriesIn(policy);
  found.set(policy, known);
  return known;
}

/** Each target asks. */
const found = new WeakMap<Policy, readonly Inventory[]>();

function inventoriesIn(policy: Policy): readonly Inventory[] {
  const expressions = [
    ...expressionsInStream(policy.body),
    ...policy.functions.flatMap(({ body }) =>
      body.kind === "value" ? expressionsIn(body.value) : expressionsInStream(body.stream),
    ),
  ];
  return expressions.filter((expr) => expr.kind === "inventory");
}

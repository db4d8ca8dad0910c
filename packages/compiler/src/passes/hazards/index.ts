import type { Diagnostic } from "@policyc/diagnostics";
import { expressionsInPolicy, type Policy } from "@policyc/ir";
import { inline } from "../functions/inline.js";
import { fractions } from "./fractions.js";
import { identities } from "./identities.js";
import { orders } from "./order.js";
import { readsOfUnset, spreadOverByNothing } from "./spread-unset.js";
import { unsetFields } from "./unset-fields.js";

const hazards = [identities, orders, fractions, unsetFields, spreadOverByNothing, readsOfUnset];

/** Where the engines would disagree on what a policy says, since a value has a property that each treats in its own way. */
export function hazardsIn(policy: Policy): readonly Diagnostic[] {
  const expressions = expressionsInPolicy(policy);
  const possible = hazards.filter(({ begins }) => expressions.some(begins));
  if (possible.length === 0) return [];
  const flat = inline.run(policy);
  return possible.flatMap(({ problems }) => problems(flat));
}

import { defineDiagnostic } from "@policyc/diagnostics";

export const undefinedOrder = defineDiagnostic("PC1206", "error", () => ({
  message:
    "this depends on the order of an object's keys, of a set that is filled in several ways, or of an inventory, which each engine chooses for itself",
  hint: "use a loop that yields, `some`, `every`, `includes`, or `filter` and `length`; `sorted(…)` before it, or a list of rows in place of an object that is written out",
}));

import { defineDiagnostic } from "@policyc/diagnostics";

export const undefinedOrder = defineDiagnostic("PC1206", "error", () => ({
  message: "this depends on the order of an object's keys, which each engine chooses for itself",
  hint: "use a loop that yields, or `sorted(…)` before it",
}));

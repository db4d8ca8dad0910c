import type { IntrinsicName } from "@policyc/ir";

/** Calls whose result is one of the numbers, or a list of the numbers, that they are given. */
export const passedOn: ReadonlySet<IntrinsicName> = new Set([
  "math.min",
  "math.max",
  "math.abs",
  "list.min",
  "list.max",
  "list.slice",
  "list.distinct",
  "list.sorted",
  "list.reversed",
]);

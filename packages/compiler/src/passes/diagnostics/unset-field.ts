import { defineDiagnostic } from "@policyc/diagnostics";

export const unsetField = defineDiagnostic("PC1208", "error", () => ({
  message: "the keys of this object are asked for, and a value of it may be absent",
  hint: 'use `x !== undefined` in place of `"a" in { a: x }`, `...(x !== undefined && { a: x })` beside other keys, and a list for several: `for (const { name, value } of [{ name: "a", value: x }])`',
}));

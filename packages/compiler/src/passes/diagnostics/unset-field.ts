import { defineDiagnostic } from "@policyc/diagnostics";

export const unsetField = defineDiagnostic("PC1208", "error", () => ({
  message: "the keys of this object are asked for, and a value of it may be absent",
  hint: 'use a list: `for (const { name, value } of [{ name: "a", value: x }])`',
}));

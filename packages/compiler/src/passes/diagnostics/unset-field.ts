import { defineDiagnostic } from "@policyc/diagnostics";

export const unsetField = defineDiagnostic("PC1208", "error", (holder: "written" | "read") => ({
  message: "the keys of this object are asked for, and a value of it may be absent",
  hint: hints[holder],
}));

const hints = {
  written:
    'use `x !== undefined` in place of `"a" in { a: x }`, `...(x !== undefined && { a: x })` beside other keys, and a list for several: `for (const { name, value } of [{ name: "a", value: x }])`',
  read: 'a value may be `null`, which is no value: ask for the keys that you know, `map["a"]`, or declare what the values are, `{ [key: string]: string | number }`, without `null` where the CRD does not say `nullable: true`',
} as const;

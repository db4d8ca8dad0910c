import { defineDiagnostic } from "@policyc/diagnostics";
import { hintFor } from "./type-hints.js";

export const typeError = defineDiagnostic("PC1100", "error", (code: number, message: string) => {
  const hint = hintFor(code, message);
  return { message: `TypeScript ${code}: ${message}`, ...(hint === undefined ? {} : { hint }) };
});
export const endlessCheck = defineDiagnostic("PC1100", "error", () => ({
  message: "TypeScript cannot check this module: its checker calls itself without end",
  hint: "write out the types of what changes in loops, `let name: string = …`, give a default that reads something else a line of its own, not `const { a, b = table[a] } = …`, and take the longest function apart",
}));
export const escapesTypes = defineDiagnostic("PC1101", "error", (construct: string) => ({
  message: `${construct} turns the type check off, and with it the proof that all engines agree`,
  hint: "use `?.` and `??`, or test for `undefined` before",
}));
export const claimsType = defineDiagnostic("PC1101", "error", () => ({
  message: "`as` turns the type check off, and with it the proof that all engines agree",
  hint: "use a test that TypeScript understands, `const isLevel = (text: string): text is Level => levels.some((level) => level === text);`, or `??` where something may be absent",
}));
export const objectEquality = defineDiagnostic("PC1102", "error", (operator: string) => ({
  message: `\`${operator}\` on objects or lists compares identity, which no policy engine knows`,
  hint: "use `deepEqual(a, b)`, or compare the fields that matter",
}));
export const unclearTruth = defineDiagnostic("PC1103", "error", (type: string) => ({
  message: `a value of type \`${type}\` cannot be used as a condition`,
  hint: "use a comparison: `!== undefined`, `=== true`, `.length > 0`",
}));
export const mayBeAbsentHere = defineDiagnostic("PC1104", "error", (what: string) => ({
  message: `${what} may be absent here`,
  hint: "use `??` to say what stands in for it, or test it before",
}));
export const rawManifest = defineDiagnostic(
  "PC1106",
  "error",
  (field: string, value: string, isEqual: boolean) => ({
    message: `the API server leaves \`${field}\` out where it is \`${value}\`, so that this ${isEqual ? "holds" : "fails"} of a raw manifest alone`,
    hint: isEqual
      ? `use \`!${field}\`, or \`${field} === undefined\``
      : `use \`${field}\` as the condition, or \`${field} !== undefined\``,
  }),
);
export const mixedTypes = defineDiagnostic("PC1105", "error", (what: string) => ({
  message: `${what} is not of one type that every engine knows`,
  hint: "use text, numbers, Booleans, lists or objects, one at a time",
}));
export const takenForAnother = defineDiagnostic(
  "PC1105",
  "error",
  (kind: "list" | "set" | "text" | "Map", type: string) => ({
    message: `engines do not take a ${kind} for \`${type}\``,
    hint: `declare what it is where it is read: ${declared[kind]}`,
  }),
);
const declared = {
  list: "`readonly string[]`, `readonly unknown[]`",
  set: "`ReadonlySet<string>`; or give a list, `[...set]`",
  text: "`string`",
  Map: "`ReadonlyMap<string, string>`; or give a list, `[...map]`",
} as const;

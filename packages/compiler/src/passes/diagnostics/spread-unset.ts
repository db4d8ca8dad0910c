import { defineDiagnostic } from "@policyc/diagnostics";

export const spreadUnset = defineDiagnostic("PC1209", "error", () => ({
  message:
    "a field of what is spread here may be there with `undefined`, which takes the place of the one before it",
  hint: 'use `{ name: options.name ?? "none" }`, or leave a field out where it has no value: `...(x !== undefined && { name: x })`',
}));
export const spreadAway = defineDiagnostic("PC1209", "error", (field: string) => ({
  message: `\`${field}\` may be \`undefined\` here, whatever TypeScript says: what was spread over it may have no value`,
  hint: "use `??` to say what stands in for it, or leave the field out where it has no value: `...(x !== undefined && { name: x })`",
}));

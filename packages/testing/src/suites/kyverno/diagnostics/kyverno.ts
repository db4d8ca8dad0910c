import { defineDiagnostic } from "@policyc/diagnostics";

export const unknownTestField = defineDiagnostic("PC4120", "error", (field: string, kind: string) => ({
  message: `Kyverno refuses this ${kind}: it has no field \`${field}\``,
  hint: "correct the name, or remove the field",
}));

export const wrongTestValue = defineDiagnostic(
  "PC4121",
  "error",
  (field: string, kind: string, expected: string) => ({
    message: `Kyverno refuses this ${kind}: \`${field}\` must be ${expected}`,
  }),
);

export const noSuchResource = defineDiagnostic("PC4122", "error", (kind: string, name: string) => ({
  message: `no file of \`resources\` holds a ${kind} \`${name}\``,
  hint: "correct `kind` and `resources` of the result; Kyverno itself would pass it as `Excluded`",
}));

export const noNamedResources = defineDiagnostic("PC4123", "error", () => ({
  message: "the result names no resources",
  hint: "write `resources: [name]`, or `[namespace/name]`",
}));

import { defineDiagnostic } from "@policyc/diagnostics";

export const notInCel = defineDiagnostic(
  "PC3201",
  "error",
  (target: string, what: string, instead: string) => ({
    message: `${target} cannot say ${what}`,
    hint: `${instead}, or leave the target out for this policy`,
  }),
);

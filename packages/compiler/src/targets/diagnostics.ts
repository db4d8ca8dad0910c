import { defineDiagnostic } from "@policyc/diagnostics";

export const notInCel = defineDiagnostic("PC3201", "error", (target: string, what: string, instead: string) => ({
  message: `${target} cannot say ${what}`,
  hint: `${instead}, or leave the target out for this policy`,
}));
export const operationNotSeen = defineDiagnostic("PC3202", "warning", (target: string, operations: string) => ({
  message: `${target} sees ${operations} only where its webhook is set up for it`,
  hint: "use the engine's installation options, e.g. Gatekeeper's `enableDeleteOperations`",
}));

import { defineDiagnostic } from "@policyc/diagnostics";

export const crdSyntax = defineDiagnostic("PC6101", "error", (problem: string) => ({
  message: `this is not YAML: ${problem}`,
}));

export const noCrd = defineDiagnostic("PC6102", "error", () => ({
  message: "this file has no CustomResourceDefinition",
  hint: "use the YAML of a CRD with `apiVersion: apiextensions.k8s.io/v1`, e.g. from `kubectl get crd NAME -o yaml`",
}));

export const incompleteCrd = defineDiagnostic("PC6103", "error", (field: string) => ({
  message: `this CustomResourceDefinition has no \`${field}\``,
  hint: "use the CRD as the API server has it: `kubectl get crd NAME -o yaml`",
}));

export const versionNotServed = defineDiagnostic(
  "PC6104",
  "error",
  (version: string, kind: string, served: string) => ({
    message: `\`${kind}\` is not served as \`${version}\``,
    hint: served === "" ? "use a CRD with a version that is `served`" : `use one of ${served}`,
  }),
);

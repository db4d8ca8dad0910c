import { defineDiagnostic } from "@policyc/diagnostics";

export const fractionHere = defineDiagnostic("PC1303", "error", (use: "print" | "compute") => ({
  message:
    use === "print"
      ? "this number may have a fraction, which each engine writes in its own way"
      : "this number may have a fraction, with which JavaScript computes in binary and OPA in decimal",
  hint:
    use === "print"
      ? "use `Math.round(…)`, or say it in a smaller unit"
      : "use whole numbers: `parseInteger(text)` or `Math.round(…)`; multiply before you divide, and divide only to compare or to round",
}));

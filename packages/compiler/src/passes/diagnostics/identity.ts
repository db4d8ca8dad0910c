import { defineDiagnostic } from "@policyc/diagnostics";

export const toldApartByIdentity = defineDiagnostic("PC1102", "error", (what: string) => ({
  message: `${what} are told apart by identity, which no policy engine knows: two that are alike are two in JavaScript`,
  hint: "use texts or numbers that name them: `new Set(list.map((x) => x.name))`",
}));

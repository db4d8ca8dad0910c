import { defineDiagnostic } from "@policyc/diagnostics";

export const unwritable = defineDiagnostic("PC6020", "error", (path: string, reason: string) => ({
  message: `\`${path}\` cannot be written: ${reason}`,
  hint: "use another folder with `--out` or `out` in policyc.yaml; nothing was changed",
}));
export const changedByHand = defineDiagnostic("PC6021", "warning", (path: string) => ({
  message: `\`${path}\` is no longer made by any policy, but was changed by hand, and is left there`,
  hint: "remove it when nobody needs it",
}));

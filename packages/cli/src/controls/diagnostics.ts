import { defineDiagnostic } from "@policyc/diagnostics";

export const notKubeBench = defineDiagnostic("PC6014", "error", (path: string) => ({
  message: `\`${path}\` is no report of kube-bench`,
  hint: "use what `kube-bench run --json` prints",
}));

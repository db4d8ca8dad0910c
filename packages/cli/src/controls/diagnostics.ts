import { defineDiagnostic } from "@policyc/diagnostics";

export const notKubeBench = defineDiagnostic("PC6014", "error", (path: string) => ({
  message: `\`${path}\` is no report of kube-bench`,
  hint: "use what `kube-bench run --json` prints",
}));

export const otherBenchmark = defineDiagnostic(
  "PC6015",
  "error",
  (path: string, version: string, known: string) => ({
    message: `\`${path}\` is a report of \`${version}\`, whose sections have other numbers`,
    hint: `run kube-bench with \`--benchmark\` and one of ${known}`,
  }),
);

import { defineDiagnostic } from "@policyc/diagnostics";
import { kubernetesApi } from "@policyc/kinds";

export const enginesDiffer = defineDiagnostic("PC5001", "error", (policy: string, table: string) => ({
  message: `the engines do not agree about policy \`${policy}\`:\n${table}`,
  hint: "report it at https://github.com/policyc/policyc/issues with the policy and this object; trust none of the verdicts meanwhile",
}));
export const nothingThere = defineDiagnostic("PC5002", "error", (path: string) => ({
  message: `there is nothing to check at \`${path}\``,
  hint: "use the path of a YAML or JSON file, of a folder that has some, or `-` for stdin",
}));
/** A kind that Kubernetes does not have, and what to write for the one that was meant. */
export const notServed = defineDiagnostic(
  "PC5003",
  "error",
  ({
    apiVersion,
    kind,
    use,
  }: {
    readonly apiVersion: string;
    readonly kind: string;
    readonly use: string;
  }) => ({
    message: `Kubernetes ${kubernetesApi().version} has no \`${kind}\` in \`${apiVersion}\``,
    hint: `use ${use}`,
  }),
);
export const policyFailed = defineDiagnostic(
  "PC5004",
  "error",
  (policy: string, engine: string, problem: string) => ({
    message: `policy \`${policy}\` failed on \`${engine}\` instead of giving a verdict: ${problem}`,
    hint: "report it to the policy's author: a policy must have a verdict for every object that a cluster accepts",
  }),
);

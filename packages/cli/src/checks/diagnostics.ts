import { defineDiagnostic } from "@policyc/diagnostics";

export const emittedIsWrong = defineDiagnostic(
  "PC9001",
  "error",
  (path: string, engine: string, problem: string) => ({
    message: `defect in policyc: ${engine} refuses what it wrote for \`${path}\`: ${problem}`,
    hint: "report it with this policy at https://github.com/policyc/policyc/issues; nothing was written",
  }),
);

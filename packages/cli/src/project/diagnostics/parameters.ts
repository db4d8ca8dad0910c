import { defineDiagnostic } from "@policyc/diagnostics";

export const unknownParameter = defineDiagnostic(
  "PC2210",
  "error",
  (name: string, policy: string, suggestion: string | undefined, known: readonly string[]) => ({
    message: `policy \`${policy}\` has no parameter \`${name}\``,
    hint:
      suggestion !== undefined
        ? `did you mean \`${suggestion}\`?`
        : known.length === 0
          ? "remove it: the policy has no parameters here"
          : `use one of ${known.map((key) => `\`${key}\``).join(", ")}`,
  }),
);
export const badParameter = defineDiagnostic(
  "PC2211",
  "error",
  (policy: string, what: string, hint: string | undefined) => ({
    message: `parameter of policy \`${policy}\`: ${what}`,
    ...(hint === undefined ? {} : { hint }),
  }),
);

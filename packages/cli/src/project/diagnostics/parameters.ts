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
export const notTextForConfigMap = defineDiagnostic("PC2212", "error", (policy: string, name: string) => ({
  message: `the parameter \`${name}\` of policy \`${policy}\` is no text, and a ConfigMap holds nothing else`,
  hint: `use \`settings: { ${policy}: { vap: { paramsFrom: resource } } }\`, or \`inline\``,
}));
export const noNamespaceForParameters = defineDiagnostic("PC2213", "error", () => ({
  message: "it is not said in which namespace the ConfigMaps are",
  hint: "use `vap: { paramsNamespace: NAME }`; whoever may write there may change what the policies ask for",
}));

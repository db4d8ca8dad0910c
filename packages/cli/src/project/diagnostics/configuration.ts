import { defineDiagnostic } from "@policyc/diagnostics";

const did = (suggestion: string | undefined, otherwise: string): string =>
  suggestion === undefined ? otherwise : `did you mean \`${suggestion}\`?`;

export const unreadable = defineDiagnostic("PC6001", "error", (file: string, reason: string) => ({
  message: `\`${file}\` cannot be read: ${reason}`,
}));
export const invalidYaml = defineDiagnostic("PC6002", "error", (reason: string) => ({
  message: `this is not valid YAML: ${reason}`,
}));
export const unknownKey = defineDiagnostic(
  "PC6003",
  "error",
  (key: string, suggestion: string | undefined, known: readonly string[]) => ({
    message: `unknown key \`${key}\``,
    hint: did(suggestion, `use one of ${known.map((name) => `\`${name}\``).join(", ")}`),
  }),
);
export const badSetting = defineDiagnostic("PC6004", "error", (what: string, hint: string | undefined) => ({
  message: what,
  ...(hint === undefined ? {} : { hint }),
}));
export const unknownPolicy = defineDiagnostic(
  "PC6005",
  "error",
  (name: string, suggestion: string | undefined, known: readonly string[]) => ({
    message: `no policy is called \`${name}\``,
    hint: did(suggestion, oneOf(known)),
  }),
);

/** How many names are read at a glance. */
const few = 12;

function oneOf(names: readonly string[]): string {
  const shown = names.slice(0, few).map((name) => `\`${name}\``);
  const others = names.length - shown.length;
  return `use the \`name\` of a policy: ${shown.join(", ")}${others > 0 ? ` or one of ${others} others` : ""}`;
}
export const unknownEnvironment = defineDiagnostic(
  "PC6006",
  "error",
  (name: string, suggestion: string | undefined, known: readonly string[]) => ({
    message: `no environment is called \`${name}\``,
    hint: did(
      suggestion,
      known.length === 0
        ? "declare it under `environments` in policyc.yaml"
        : `use one of ${known.map((env) => `\`${env}\``).join(", ")}`,
    ),
  }),
);
export const expiredExemption = defineDiagnostic("PC6007", "error", (expires: string, reason: string) => ({
  message: `the exemption \`${reason}\` expired on ${expires}`,
  hint: "remove it, or give it a new date for a reason that still holds",
}));
export const noSuchDay = defineDiagnostic("PC6008", "error", (text: string) => ({
  message: `\`${text}\` is not a day of the calendar`,
  hint: "use a date such as `2027-01-31`",
}));
export const noPolicies = defineDiagnostic("PC6009", "error", (glob: string) => ({
  message: `no policy was found at \`${glob}\``,
  hint: 'write one at policies/NAME/policy.ts, or say in policyc.yaml where they are: `policies: ["…"]`',
}));
export const boundlessExemption = defineDiagnostic("PC6010", "error", (reason: string) => ({
  message: `the exemption \`${reason}\` exempts every object`,
  hint: "use `namespaces`, `names` or `labelSelector`, or `enabled: false` for the whole policy",
}));
export const olderKubernetes = defineDiagnostic(
  "PC6011",
  "error",
  (name: string, needed: string, promised: string) => ({
    message: `policy \`${name}\` needs Kubernetes ${needed}, and the manifests are for ${promised}`,
    hint: `use \`minKubernetes: "${needed}"\`, or \`enabled: false\` for this policy`,
  }),
);
export const documentsOnly = defineDiagnostic("PC6012", "error", (name: string) => ({
  message: `policy \`${name}\` looks at documents alone, which no cluster ever sees`,
  hint: "remove `targets`, and use `policyc check` where the documents are",
}));
export const unknownPack = defineDiagnostic(
  "PC6013",
  "error",
  (name: string, suggestion: string | undefined, known: readonly string[]) => ({
    message: `no pack is called \`${name}\``,
    hint: did(suggestion, `use one of ${known.map((pack) => `\`${pack}\``).join(", ")}`),
  }),
);

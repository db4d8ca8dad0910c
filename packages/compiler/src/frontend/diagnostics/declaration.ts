import { defineDiagnostic, inWords, type Span } from "@policyc/diagnostics";

export const noPolicy = defineDiagnostic("PC2001", "error", (file: string) => ({
  message: `\`${file}\` has no policy`,
  hint: "use `export default policy({ … })`",
}));
export const notStatic = defineDiagnostic("PC2002", "error", (what: string) => ({
  message: `${what} must be known without running the policy`,
  hint: "use literals and `const`s of literals",
}));
export const missingField = defineDiagnostic("PC2003", "error", (...fields: readonly string[]) => ({
  message: `the policy has no ${inWords(fields.map(quoted), "or")}`,
  hint: `use ${inWords(fields.map((field) => quoted(`${field}: …`)))} in \`policy({ … })\``,
}));
export const badName = defineDiagnostic("PC2004", "error", (name: string) => ({
  message: `\`${name}\` cannot be the name of a policy`,
  hint: "use lower-case letters, digits and `-`, at most 63, beginning and ending with a letter or digit",
}));
export const duplicateName = defineDiagnostic("PC2005", "error", (name: string, other: Span | undefined) => ({
  message: `two policies are called \`${name}\``,
  hint: "use another name: it is the name of the emitted objects",
  notes: [{ message: "the other one is here", ...(other === undefined ? {} : { span: other }) }],
}));
export const badValue = defineDiagnostic("PC2006", "error", (field: string, expected: string) => ({
  message: `\`${field}\` is not ${expected}`,
}));
export const duplicateKind = defineDiagnostic("PC2007", "error", (kind: string, other: Span | undefined) => ({
  message: `two policies make the ConstraintTemplate \`${kind}\``,
  hint: "use `gatekeeper: { kind: … }` with another kind",
  notes: [{ message: "the other one is here", ...(other === undefined ? {} : { span: other }) }],
}));
export const notBuilt = defineDiagnostic("PC2009", "error", (called: "policy" | "parameters") =>
  called === "policy"
    ? {
        message: "a module has one policy, its default export: nothing is made of this one",
        hint: "use a module of its own, with `export default policy({ … })`",
      }
    : {
        message: "these parameters are not those of the policy that the module exports",
        hint: "use them as `params: …` in `policy({ … })`, or a module of their own",
      },
);
export const noKinds = defineDiagnostic("PC2101", "error", () => ({
  message: "the policy matches no kind",
  hint: "use `match: [Pod]`, `match: workloads`, or a token of your own from `kind<T>({ … })`",
}));
export const notAKind = defineDiagnostic("PC2102", "error", (text: string) => ({
  message: `\`${text}\` is not a kind token`,
  hint: "use a kind of @policyc/sdk, `kind<T>({ group, version, kind, plural, scope })` or `document<T>({ name, recognise })`",
}));
export const recognisesAll = defineDiagnostic("PC2103", "error", (name: string) => ({
  message: `nothing tells a document of the kind \`${name}\` from any other`,
  hint: "use `recognise` with `has`, `hasAny`, `fields`, `items`, `member` or `beside`",
}));
export const anotherObject = defineDiagnostic(
  "PC2104",
  "error",
  ({
    field,
    value,
    declared,
  }: {
    readonly field: string;
    readonly value: string;
    readonly declared: string;
  }) => ({
    message: `objects of this kind have the ${field} \`${value}\`, and their type says \`${declared}\``,
    hint: `use a type of their own: \`kind<Omit<T, "${field}"> & { ${field}: "${value}" }>({ … })\``,
  }),
);
export const clusterScoped = defineDiagnostic("PC2105", "error", (kind: string) => ({
  message: `a ${kind} is in no namespace`,
  hint: `use \`inventory(${kind})\``,
}));
export const badTarget = defineDiagnostic("PC2008", "error", (name: string) => ({
  message: `\`unreachable.${name}\` does not say why`,
  hint: "use a sentence: it is shown where the target is left out",
}));
export const unsupportedParameter = defineDiagnostic("PC2202", "error", (name: string, type: string) => ({
  message: `parameter \`${name}\` has the type \`${type}\`, which a ConstraintTemplate's schema cannot say`,
  hint: "use text, numbers, Booleans, lists, objects with named fields, or `{ [key: string]: T }`",
}));
export const lostBound = defineDiagnostic("PC2203", "error", (bound: string) => ({
  message: `no value is held to \`${bound}\``,
  hint: "use fields that are written out and say it: one that a mapped type names, or that is declared again, does not take it over",
}));

function quoted(text: string): string {
  return `\`${text}\``;
}

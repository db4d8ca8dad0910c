import { defineDiagnostic, inWords } from "@policyc/diagnostics";

export const noInventory = defineDiagnostic("PC3202", "error", (target: string, name: string) => ({
  message: `${target} cannot read other objects of the cluster`,
  hint: `use ${unreachable([name])}, and the target is left out`,
}));

export const notInCel = defineDiagnostic(
  "PC3201",
  "error",
  (targets: readonly Unsaying[], what: string, instead: string) => ({
    message: `${inWords(targets.map(({ title }) => title))} cannot say ${what}`,
    hint: `${instead}; or leave ${targets.length === 1 ? "the target" : "these targets"} out for this policy by ${unreachable(targets.map(({ name }) => name))}`,
  }),
);

/** A target that cannot say something. */
interface Unsaying {
  readonly name: string;
  readonly title: string;
}

function unreachable(names: readonly string[]): string {
  const fields = names.map((name) => `${/^\w+$/.test(name) ? name : `"${name}"`}: "why"`);
  return `\`unreachable: { ${fields.join(", ")} }\` in \`policy({ … })\``;
}

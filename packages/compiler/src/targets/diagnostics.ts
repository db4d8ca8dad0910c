import { defineDiagnostic } from "@policyc/diagnostics";

export const noInventory = defineDiagnostic("PC3202", "error", (target: string, name: string) => ({
  message: `${target} cannot read other objects of the cluster`,
  hint: `use \`unreachable: { ${/^\w+$/.test(name) ? name : `"${name}"`}: "why" }\` in \`policy({ … })\`, and the target is left out`,
}));

export const notInCel = defineDiagnostic(
  "PC3201",
  "error",
  (targets: readonly string[], what: string, instead: string) => ({
    message: `${joined(targets)} cannot say ${what}`,
    hint: `${instead}, or leave the target out for this policy`,
  }),
);

function joined(targets: readonly string[]): string {
  const last = targets.at(-1) ?? "";
  return targets.length < 2 ? last : `${targets.slice(0, -1).join(", ")} and ${last}`;
}

import { type Diagnostic, defineDiagnostic } from "@policyc/diagnostics";

export const noInventory = defineDiagnostic("PC3202", "error", (target: string, name: string) => ({
  message: `${target} cannot read other objects of the cluster`,
  hint: `use \`unreachable: { ${/^\w+$/.test(name) ? name : `"${name}"`}: "why" }\` in \`policy({ … })\`, and the target is left out`,
}));

const cannotSay = " cannot say ";

export const notInCel = defineDiagnostic(
  "PC3201",
  "error",
  (target: string, what: string, instead: string) => ({
    message: `${target}${cannotSay}${what}`,
    hint: `${instead}, or leave the target out for this policy`,
  }),
);

/** What several targets cannot say is told once, of all of them. */
export function together(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const targetsOf = new Map<string, string[]>();
  const first = new Map<string, Diagnostic>();
  for (const diagnostic of diagnostics) {
    const [target = "", what] = diagnostic.message.split(cannotSay);
    const isSaid = diagnostic.code === "PC3201" && what !== undefined;
    const key = JSON.stringify(isSaid ? { ...diagnostic, message: what } : diagnostic);
    if (!first.has(key)) first.set(key, diagnostic);
    if (isSaid) targetsOf.set(key, [...new Set([...(targetsOf.get(key) ?? []), target])]);
  }
  return [...first].map(([key, diagnostic]) => {
    const targets = targetsOf.get(key) ?? [];
    if (targets.length < 2) return diagnostic;
    const subject = `${targets.slice(0, -1).join(", ")} and ${targets.at(-1)}`;
    return { ...diagnostic, message: diagnostic.message.replace(targets[0] ?? "", subject) };
  });
}

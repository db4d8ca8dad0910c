import { definitionName } from "./definition-names.js";

/** The groups that policies read most, in this order; the others follow by name. */
const precedence = [
  "meta",
  "core",
  "apps",
  "batch",
  "networking",
  "rbac",
  "policy",
  "autoscaling",
  "storage",
];

interface Exported {
  readonly file: string;
  readonly name: string;
  readonly isKind: boolean;
}

/**
 * The list of all names. Where two groups have the same, a kind goes before a type, then the group that policies
 * read more often; the other is exported with its group in front: `CoreResourceClaim`.
 */
export function indexText(files: ReadonlyMap<string, readonly string[]>, kinds: ReadonlySet<string>): string {
  const all = [...files]
    .sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1))
    .flatMap(([, definitions]) =>
      definitions.map(
        (definition): Exported => ({ ...definitionName(definition), isKind: kinds.has(definition) }),
      ),
    );
  const owners = new Map<string, Exported>();
  for (const one of [...all.filter(({ isKind }) => isKind), ...all])
    if (!owners.has(one.name)) owners.set(one.name, one);
  const lines = new Map<string, string[]>();
  for (const one of all) {
    const text = `${one.isKind ? "" : "type "}${one.name}${owners.get(one.name) === one ? "" : ` as ${pascal(one.file)}${one.name}`}`;
    lines.set(one.file, [...(lines.get(one.file) ?? []), text]);
  }
  return `${[...lines].map(([file, names]) => `export {\n${names.map((name) => `  ${name},\n`).join("")}} from "./${file}.js";`).join("\n")}\n`;
}

function rank(file: string): number {
  return precedence.includes(file) ? precedence.indexOf(file) : precedence.length;
}

function pascal(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

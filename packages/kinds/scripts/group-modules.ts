import { type KindEntry, type KubernetesApi, reachable } from "../src/api.js";
import { interfaceText } from "../src/interface-text.js";
import { type Naming, type SdkName, typeText } from "../src/type-text.js";
import { definitionName, newestKinds } from "./definition-names.js";
import { indexText } from "./index-text.js";

/** Types that have a name of their own in the SDK's `kind.ts` instead of a generated interface. */
const wellKnown: Readonly<Record<string, SdkName>> = {
  "io.k8s.apimachinery.pkg.api.resource.Quantity": "Quantity",
  "io.k8s.apimachinery.pkg.util.intstr.IntOrString": "IntOrString",
  "io.k8s.apimachinery.pkg.apis.meta.v1.Time": "Time",
  "io.k8s.apimachinery.pkg.apis.meta.v1.MicroTime": "Time",
};

/** The modules of `sdk/src/kinds`: file name → text. One for each API group, and the list of all names. */
export function groupModules(api: KubernetesApi, generatedBy: string): ReadonlyMap<string, string> {
  const kinds = newestKinds(api);
  const byDefinition = new Map(kinds.map((kind) => [kind.definition, kind]));
  const files = new Map<string, string[]>();
  for (const definition of [
    ...reachable(
      kinds.map((kind) => kind.definition),
      api.definitions,
    ),
  ].sort()) {
    if (definition in wellKnown || api.definitions[definition]?.properties === undefined) continue;
    const { file } = definitionName(definition);
    files.set(file, [...(files.get(file) ?? []), definition]);
  }
  const modules = [...files].sort().map(([file, definitions]): [string, string] => {
    return [`${file}.ts`, `${generatedBy}\n${moduleText(file, definitions, { api, kinds: byDefinition })}`];
  });
  return new Map([
    ...modules,
    ["index.ts", `${generatedBy}\n${indexText(files, new Set(byDefinition.keys()))}`],
  ]);
}

interface World {
  readonly api: KubernetesApi;
  readonly kinds: ReadonlyMap<string, KindEntry>;
}

function moduleText(file: string, definitions: readonly string[], { api, kinds }: World): string {
  const imports = new Map<string, Set<string>>();
  const naming = namingOf(file, { api, kinds }, imports);
  const body = definitions.map((definition) => {
    const schema = api.definitions[definition] ?? {};
    return interfaceText(
      { name: definitionName(definition).name, schema, kind: kinds.get(definition) },
      naming,
    );
  });
  return [...importsText(imports), "", ...body].join("\n");
}

function namingOf(file: string, { api, kinds }: World, imports: Map<string, Set<string>>): Naming {
  const imported = (from: string, name: string): string => {
    if (from !== `./${file}.js`) imports.set(from, (imports.get(from) ?? new Set()).add(name));
    return name;
  };
  const naming: Naming = {
    sdk: (name) => imported("../kind.js", name),
    reference: (definition) => {
      const known = wellKnown[definition];
      if (known !== undefined) return naming.sdk(known);
      const schema = api.definitions[definition] ?? {};
      if (schema.properties === undefined) return typeText(schema, naming);
      const owner = definitionName(definition);
      const name = imported(`./${owner.file}.js`, owner.name);
      return kinds.has(definition) ? `${naming.sdk("Embedded")}<${name}>` : name;
    },
  };
  return naming;
}

function importsText(imports: ReadonlyMap<string, ReadonlySet<string>>): readonly string[] {
  return [...imports].sort().map(([from, names]) => {
    const sorted = [...names].sort();
    if (!names.has("kind")) return `import type { ${sorted.join(", ")} } from "${from}";`;
    return `import { ${sorted.map((name) => (name === "kind" ? name : `type ${name}`)).join(", ")} } from "${from}";`;
  });
}

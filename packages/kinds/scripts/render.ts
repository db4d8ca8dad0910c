import type { KindEntry, KubernetesApi, Schema } from "../src/api.js";
import { newestKinds, typeName } from "./names.js";

/** Types that have a name of their own in `kind.ts` of the SDK instead of a generated interface. */
const wellKnown: Readonly<Record<string, string>> = {
  "io.k8s.apimachinery.pkg.api.resource.Quantity": "Quantity",
  "io.k8s.apimachinery.pkg.util.intstr.IntOrString": "IntOrString",
  "io.k8s.apimachinery.pkg.apis.meta.v1.Time": "Time",
  "io.k8s.apimachinery.pkg.apis.meta.v1.MicroTime": "Time",
};
const objectMeta = "io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta";

/** The generated modules: file name → text. */
export function renderModules(api: KubernetesApi, generatedBy: string): ReadonlyMap<string, string> {
  const kinds = newestKinds(api);
  const byDefinition = new Map(kinds.map((kind) => [kind.definition, kind]));
  const files = new Map<string, string[]>();
  for (const definition of needed(api, kinds)) {
    const schema = api.definitions[definition];
    if (schema === undefined || definition in wellKnown || schema.properties === undefined) continue;
    const { file } = typeName(definition);
    files.set(file, [...(files.get(file) ?? []), definition]);
  }
  const rendered = new Map<string, string>();
  for (const [file, definitions] of [...files].sort()) {
    rendered.set(`${file}.ts`, new Module(api, file, byDefinition).render(definitions, generatedBy));
  }
  rendered.set("index.ts", renderIndex(files, byDefinition, generatedBy));
  return rendered;
}

function needed(api: KubernetesApi, kinds: readonly KindEntry[]): readonly string[] {
  const found = new Set<string>();
  const visit = (name: string): void => {
    if (found.has(name)) return;
    found.add(name);
    for (const [, next] of JSON.stringify(api.definitions[name] ?? {}).matchAll(/"#\/definitions\/([^"]+)"/g)) if (next !== undefined) visit(next);
  };
  for (const kind of kinds) visit(kind.definition);
  return [...found].sort();
}

class Module {
  readonly #imports = new Map<string, Set<string>>();
  readonly #api: KubernetesApi;
  readonly #file: string;
  readonly #kinds: ReadonlyMap<string, KindEntry>;

  constructor(api: KubernetesApi, file: string, kinds: ReadonlyMap<string, KindEntry>) {
    this.#api = api;
    this.#file = file;
    this.#kinds = kinds;
  }

  render(definitions: readonly string[], generatedBy: string): string {
    const body = definitions.map((definition) => this.#definition(definition));
    const imports = [...this.#imports].sort().map(([from, names]) => {
      const listed = [...names].sort().map((name) => (name === "kind" ? name : `type ${name}`));
      return `import { ${listed.join(", ")} } from "${from}";`;
    });
    return `${[generatedBy, ...imports, "", ...body].join("\n")}\n`;
  }

  #definition(definition: string): string {
    const { name } = typeName(definition);
    const schema = this.#api.definitions[definition] ?? {};
    const kind = this.#kinds.get(definition);
    const fields = Object.entries(schema.properties ?? {}).map(([field, type]) => this.#field(field, type, schema, kind));
    const lines = [`export interface ${name} {`, ...fields.map((field) => `  ${field}`), "}", ""];
    if (kind === undefined) return lines.join("\n");
    this.#import("../kind.js", "kind");
    this.#import("../kind.js", "Kind");
    const { group, version, plural, scope } = kind;
    const token = JSON.stringify({ group, version, kind: kind.kind, plural, scope }).replace(/"(\w+)":/g, " $1: ").replace("}", " }");
    return [...lines, `export const ${name}: Kind<${name}> = kind<${name}>(${token});`, ""].join("\n");
  }

  #field(field: string, schema: Schema, owner: Schema, kind: KindEntry | undefined): string {
    const name = /^[A-Za-z_$][\w$]*$/.test(field) ? field : JSON.stringify(field);
    if (kind !== undefined && field === "apiVersion") return `apiVersion: ${JSON.stringify(kind.group === "" ? kind.version : `${kind.group}/${kind.version}`)};`;
    if (kind !== undefined && field === "kind") return `kind: ${JSON.stringify(kind.kind)};`;
    if (kind !== undefined && field === "metadata") return `metadata: ${this.#named("NamedObjectMeta", "../kind.js")};`;
    const always = owner.required?.includes(field) === true || this.#encodedAlways(field, schema);
    return `${name}${always ? "" : "?"}: ${this.#type(schema)};`;
  }

  /**
   * A Go struct that is no pointer is always encoded; only specs and pod templates are relied on, since
   * offline tools see raw manifests. A ReplicationController's template is a pointer that validation requires.
   */
  #encodedAlways(field: string, schema: Schema): boolean {
    if (field === "template" && schema.$ref?.endsWith(".PodTemplateSpec") === true) return true;
    return field === "spec" && schema.default !== undefined;
  }

  #type(schema: Schema): string {
    if (schema.$ref !== undefined) return this.#reference(schema.$ref.replace("#/definitions/", ""));
    if (schema.oneOf !== undefined) return "unknown";
    switch (schema.type) {
      case "string":
        return "string";
      case "boolean":
        return "boolean";
      case "integer":
        return this.#named("Integer", "../kind.js");
      case "number":
        return "number";
      case "array": {
        const element = this.#type(schema.items ?? {});
        return /^[\w.]+$/.test(element) ? `${element}[]` : `Array<${element}>`;
      }
      case "object": {
        const values = schema.additionalProperties;
        return typeof values === "object" ? `{ [key: string]: ${this.#type(values)} }` : "{ [key: string]: unknown }";
      }
      default:
        return "unknown";
    }
  }

  #reference(definition: string): string {
    const own = wellKnown[definition];
    if (own !== undefined) return this.#named(own, "../kind.js");
    if (definition === objectMeta) return this.#named("ObjectMeta", this.#file === "meta" ? undefined : "./meta.js");
    const schema = this.#api.definitions[definition];
    if (schema?.properties === undefined) return schema?.type === "object" && schema.additionalProperties === undefined ? "{ [key: string]: unknown }" : this.#type(schema ?? {});
    const { file, name } = typeName(definition);
    return this.#named(name, file === this.#file ? undefined : `./${file}.js`);
  }

  #named(name: string, from: string | undefined): string {
    if (from !== undefined) this.#import(from, name);
    return name;
  }

  #import(from: string, name: string): void {
    this.#imports.set(from, (this.#imports.get(from) ?? new Set()).add(name));
  }
}

/** Where two groups have a type of the same name, the one of the group that policies read more often is in the index. */
const precedence = ["meta", "core", "apps", "batch", "networking", "rbac", "policy", "autoscaling", "storage"];

function renderIndex(files: ReadonlyMap<string, readonly string[]>, kinds: ReadonlyMap<string, KindEntry>, generatedBy: string): string {
  const rank = (file: string): number => (precedence.includes(file) ? precedence.indexOf(file) : precedence.length);
  const taken = new Set<string>();
  const lines: string[] = [];
  for (const [file, definitions] of [...files].sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1))) {
    const names = definitions.map((definition) => ({ name: typeName(definition).name, isKind: kinds.has(definition) })).filter(({ name }) => !taken.has(name));
    for (const { name } of names) taken.add(name);
    if (names.length > 0) lines.push(`export { ${names.map(({ name, isKind }) => (isKind ? name : `type ${name}`)).join(", ")} } from "./${file}.js";`);
  }
  return `${[generatedBy, ...lines].join("\n")}\n`;
}

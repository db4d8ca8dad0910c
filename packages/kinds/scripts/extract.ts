/**
 * Reads Kubernetes' own OpenAPI v3 documents from the Go module `k8s.io/kubernetes` and keeps what
 * types and validation need: no prose, one definition a type, and the list of served kinds.
 */
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { KindEntry, KubernetesApi, Schema } from "../src/api.js";

interface Operation {
  readonly "x-kubernetes-group-version-kind"?: { group: string; version: string; kind: string };
}
interface Document {
  readonly paths: Readonly<Record<string, { readonly get?: Operation; readonly put?: Operation }>>;
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> };
}

const kept = new Set([
  "type", "properties", "required", "items", "additionalProperties", "format", "enum", "default", "oneOf", "allOf", "$ref",
  "x-kubernetes-preserve-unknown-fields", "x-kubernetes-int-or-string",
]);

/** Lists without `omitempty` in Go: the API server writes `null` for an empty one, so they are not guaranteed. */
const nullableLists = new Set(["io.k8s.api.rbac.v1.Role.rules", "io.k8s.api.rbac.v1.ClusterRole.rules"]);

export function extract(version: string): KubernetesApi {
  const module = JSON.parse(execFileSync("go", ["mod", "download", "-json", `k8s.io/kubernetes@v${version}`], { encoding: "utf8" }));
  const folder = join(module.Dir, "api/openapi-spec/v3");
  const definitions: Record<string, Schema> = {};
  const kinds = new Map<string, KindEntry>();
  for (const file of readdirSync(folder).filter((name) => /__v\d+_openapi\.json$/.test(name)).sort()) {
    const document: Document = JSON.parse(readFileSync(join(folder, file), "utf8"));
    for (const [name, schema] of Object.entries(document.components.schemas)) definitions[name] ??= strip(schema, name);
    for (const [path, item] of Object.entries(document.paths)) addKind(path, item.put, document, kinds);
  }
  const entries = [...kinds.values()].sort((a, b) => key(a).localeCompare(key(b)));
  return { version, kinds: entries, definitions: sortKeys(reachable(entries, definitions)) };
}

const key = (entry: KindEntry): string => `${entry.group}/${entry.version}/${entry.kind}`;

function addKind(path: string, put: Operation | undefined, document: Document, kinds: Map<string, KindEntry>): void {
  const gvk = put?.["x-kubernetes-group-version-kind"];
  const match = /^\/apis?\/(?:[^/]+\/)?[^/]+\/(namespaces\/\{namespace\}\/)?([a-z]+)\/\{name\}$/.exec(path);
  if (gvk === undefined || match === null) return;
  const definition = Object.keys(document.components.schemas).find((name) => {
    const schema = JSON.stringify(document.components.schemas[name]);
    return name.endsWith(`.${gvk.kind}`) && schema.includes(`"x-kubernetes-group-version-kind":[{"group":"${gvk.group}","kind":"${gvk.kind}","version":"${gvk.version}"}`);
  });
  const plural = match[2];
  if (definition === undefined || plural === undefined) return;
  const entry: KindEntry = { ...gvk, plural, scope: match[1] === undefined ? "Cluster" : "Namespaced", definition };
  kinds.set(key(entry), entry);
}

function strip(schema: unknown, path: string): Schema {
  if (typeof schema !== "object" || schema === null) return {};
  const result: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(schema)) {
    if (!kept.has(name)) continue;
    if (name === "properties") result[name] = Object.fromEntries(Object.entries(value).map(([field, sub]) => [field, strip(sub, `${path}.${field}`)]));
    else if (name === "items" || name === "additionalProperties") result[name] = typeof value === "object" ? strip(value, path) : value;
    else if (name === "allOf" && Array.isArray(value) && value.length === 1) Object.assign(result, strip(value[0], path));
    else if (name === "oneOf" && Array.isArray(value)) result[name] = value.map((sub) => strip(sub, path));
    else if (name === "$ref") result[name] = String(value).replace("#/components/schemas/", "#/definitions/");
    else if (name === "required" && Array.isArray(value)) result[name] = value.filter((field) => !nullableLists.has(`${path}.${field}`));
    else result[name] = value;
  }
  return result;
}

function reachable(kinds: readonly KindEntry[], definitions: Readonly<Record<string, Schema>>): Record<string, Schema> {
  const result: Record<string, Schema> = {};
  const visit = (name: string): void => {
    const schema = definitions[name];
    if (schema === undefined || name in result) return;
    result[name] = schema;
    for (const [, reference] of JSON.stringify(schema).matchAll(/"#\/definitions\/([^"]+)"/g)) if (reference !== undefined) visit(reference);
  };
  for (const entry of kinds) visit(entry.definition);
  return result;
}

function sortKeys<T>(record: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}

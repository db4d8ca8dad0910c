/**
 * Reads Kubernetes' own OpenAPI v3 documents from the Go module `k8s.io/kubernetes` and keeps what
 * types and validation need: no prose, one definition a type, and the list of served kinds.
 */
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type KindEntry, type KubernetesApi, reachable, type Schema } from "../src/api.js";
import { guaranteed } from "./guaranteed.js";

interface Operation {
  readonly "x-kubernetes-group-version-kind"?: { group: string; version: string; kind: string };
  readonly "x-kubernetes-action"?: string;
}
interface Path {
  readonly get?: Operation;
  readonly put?: Operation;
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly schema: Schema }[];
}
interface Document {
  readonly paths: Readonly<Record<string, Path>>;
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> };
}

const kept = new Set([
  "type",
  "properties",
  "required",
  "items",
  "additionalProperties",
  "format",
  "enum",
  "default",
  "oneOf",
  "allOf",
  "$ref",
  "x-kubernetes-preserve-unknown-fields",
  "x-kubernetes-int-or-string",
]);

/** Query parameters that may be repeated; OpenAPI gives the type of one. */
const repeated = new Set(["PodExecOptions.command", "PodPortForwardOptions.ports"]);

export function extract(version: string): KubernetesApi {
  const module = JSON.parse(
    execFileSync("go", ["mod", "download", "-json", `k8s.io/kubernetes@v${version}`], { encoding: "utf8" }),
  );
  const folder = join(module.Dir, "api/openapi-spec/v3");
  const definitions: Record<string, Schema> = {};
  const kinds = new Map<string, KindEntry>();
  for (const file of readdirSync(folder)
    .filter((name) => /__v\d+_openapi\.json$/.test(name))
    .sort()) {
    const document: Document = JSON.parse(readFileSync(join(folder, file), "utf8"));
    for (const [name, schema] of Object.entries(document.components.schemas))
      definitions[name] ??= strip(schema);
    for (const [path, item] of Object.entries(document.paths)) {
      for (const entry of [storedKind(path, item, document), connectKind(path, item, definitions)]) {
        if (entry !== undefined) kinds.set(key(entry), entry);
      }
    }
  }
  const entries = [...kinds.values()].sort((a, b) => (key(a) < key(b) ? -1 : 1));
  const names = [
    ...reachable(
      entries.map((entry) => entry.definition),
      definitions,
    ),
  ].sort();
  const objects = new Set(entries.map((entry) => entry.definition));
  return {
    version,
    kinds: entries,
    definitions: Object.fromEntries(
      names.map((name) => [name, guaranteed(name, definitions[name] ?? {}, objects.has(name))]),
    ),
  };
}

const key = (entry: KindEntry): string => `${entry.group}/${entry.version}/${entry.kind}`;

/** A kind whose objects are stored: its objects can be replaced with PUT. */
function storedKind(path: string, item: Path, document: Document): KindEntry | undefined {
  const gvk = item.put?.["x-kubernetes-group-version-kind"];
  const match = /^\/apis?\/(?:[^/]+\/)?[^/]+\/(namespaces\/\{namespace\}\/)?([a-z]+)\/\{name\}$/.exec(path);
  const [, namespaced, plural] = match ?? [];
  if (gvk === undefined || plural === undefined) return undefined;
  const { group, version, kind } = gvk;
  const marker = `"x-kubernetes-group-version-kind":[{"group":"${group}","kind":"${kind}","version":"${version}"}`;
  const schemas = Object.entries(document.components.schemas);
  const definition = schemas.find(
    ([name, schema]) => name.endsWith(`.${kind}`) && JSON.stringify(schema).includes(marker),
  )?.[0];
  if (definition === undefined) return undefined;
  return {
    group,
    version,
    kind,
    plural,
    scope: namespaced === undefined ? "Cluster" : "Namespaced",
    definition,
  };
}

/** The options of a CONNECT, such as `pods/exec`: the object that admission sees is made of the query's parameters. */
function connectKind(path: string, item: Path, definitions: Record<string, Schema>): KindEntry | undefined {
  const gvk = item.get?.["x-kubernetes-group-version-kind"];
  const [, namespaced, plural, subresource] =
    /^\/api\/v1\/(namespaces\/\{namespace\}\/)?([a-z]+)\/\{name\}\/([a-z]+)$/.exec(path) ?? [];
  if (
    gvk === undefined ||
    plural === undefined ||
    subresource === undefined ||
    item.get?.["x-kubernetes-action"] !== "connect"
  )
    return undefined;
  const { group, version, kind } = gvk;
  const definition = `io.k8s.api.core.${version}.${kind}`;
  const query = (item.parameters ?? []).filter((parameter) => parameter.in === "query");
  const fields = query.map(({ name, schema }) => [
    name,
    repeated.has(`${kind}.${name}`) ? { type: "array", items: strip(schema) } : strip(schema),
  ]);
  definitions[definition] = {
    type: "object",
    properties: { apiVersion: { type: "string" }, kind: { type: "string" }, ...Object.fromEntries(fields) },
  };
  return {
    group,
    version,
    kind,
    plural,
    scope: namespaced === undefined ? "Cluster" : "Namespaced",
    subresource,
    definition,
  };
}

function strip(schema: unknown): Schema {
  if (typeof schema !== "object" || schema === null) return {};
  const result: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(schema)) {
    if (!kept.has(name)) continue;
    if (name === "properties")
      result[name] = Object.fromEntries(Object.entries(value).map(([field, sub]) => [field, strip(sub)]));
    else if (name === "items" || name === "additionalProperties")
      result[name] = typeof value === "object" ? strip(value) : value;
    else if (name === "allOf" && Array.isArray(value) && value.length === 1)
      Object.assign(result, strip(value[0]));
    else if (name === "oneOf" && Array.isArray(value)) result[name] = value.map(strip);
    else if (name === "format" && value === "int-or-string") result["x-kubernetes-int-or-string"] = true;
    else if (name === "$ref") result[name] = String(value).replace("#/components/schemas/", "#/definitions/");
    else result[name] = value;
  }
  return result;
}

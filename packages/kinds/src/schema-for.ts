import { type Definitions, reachable, refTo, type Schema } from "./api.js";
import { closed } from "./closed-schema.js";
import { kubernetesApi } from "./kubernetes-api.js";

/** A JSON schema with all that it refers to. */
export interface KindSchema extends Schema {
  readonly definitions: Definitions;
}

const made = new Map<string, KindSchema | undefined>();

/**
 * The schema of a built-in kind, as strict field validation has it: unknown fields are errors.
 * `undefined` for a kind that Kubernetes 1.37 itself does not serve in that version. Read on first use.
 *
 * Formats: `int32`, `int64`, `double`, `byte`, `date-time`. Optional fields do not allow `null`,
 * which the API server drops before it looks.
 *
 * @example
 * const schema = schemaFor("apps", "v1", "Deployment"); // { $ref: "#/definitions/…Deployment", definitions }
 */
export function schemaFor(group: string, version: string, kind: string): KindSchema | undefined {
  const key = `${group}/${version}/${kind}`;
  if (!made.has(key)) made.set(key, makeSchema(group, version, kind));
  return made.get(key);
}

function makeSchema(group: string, version: string, kind: string): KindSchema | undefined {
  const api = kubernetesApi();
  const entry = api.kinds.find(
    (item) => item.group === group && item.version === version && item.kind === kind,
  );
  if (entry === undefined) return undefined;
  const names = [...reachable([entry.definition], api.definitions)];
  const definitions = Object.fromEntries(names.map((name) => [name, closed(api.definitions[name] ?? {})]));
  return { $ref: refTo(entry.definition), definitions };
}

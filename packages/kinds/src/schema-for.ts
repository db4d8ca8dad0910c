import type { Schema } from "./api.js";
import { kubernetesApi } from "./kubernetes-api.js";

/** A JSON schema that ajv understands, with what it refers to. */
export interface KindSchema extends Schema {
  readonly definitions: Readonly<Record<string, Schema>>;
}

let definitions: Readonly<Record<string, Schema>> | undefined;

/**
 * The schema of a built-in kind, as strict field validation has it: unknown fields are errors.
 * `undefined` for a kind that Kubernetes itself does not serve.
 */
export function schemaFor(group: string, version: string, kind: string): KindSchema | undefined {
  const entry = kubernetesApi().kinds.find((item) => item.group === group && item.version === version && item.kind === kind);
  if (entry === undefined) return undefined;
  definitions ??= Object.fromEntries(Object.entries(kubernetesApi().definitions).map(([name, schema]) => [name, closed(schema)]));
  return { $ref: `#/definitions/${entry.definition}`, definitions };
}

/** The object types of the API, closed: a field that is not listed is an error. */
function closed(schema: Schema): Schema {
  if (schema.properties === undefined || schema["x-kubernetes-preserve-unknown-fields"] === true) return schema;
  return { ...schema, additionalProperties: false };
}

import type { Schema } from "./api.js";

/**
 * The schema as strict field validation reads it: where fields are listed, a field that is not listed is an error.
 * Open where the API keeps what it does not know.
 */
export function closed(schema: Schema): Schema {
  const { properties, items, additionalProperties } = schema;
  return {
    ...schema,
    ...(properties === undefined ? {} : { properties: closedFields(properties) }),
    ...(properties === undefined || isOpen(schema) ? {} : { additionalProperties: false }),
    ...(items === undefined ? {} : { items: closed(items) }),
    ...(typeof additionalProperties === "object"
      ? { additionalProperties: closed(additionalProperties) }
      : {}),
  };
}

function closedFields(properties: Readonly<Record<string, Schema>>): Record<string, Schema> {
  return Object.fromEntries(Object.entries(properties).map(([field, schema]) => [field, closed(schema)]));
}

function isOpen(schema: Schema): boolean {
  return schema["x-kubernetes-preserve-unknown-fields"] === true || schema.additionalProperties !== undefined;
}

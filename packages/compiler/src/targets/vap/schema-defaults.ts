import type { Json, JsonSchema, Parameters } from "@policyc/ir";
import { isSchema } from "./fields.js";

/**
 * The author's values as the defaults of the parameters' schema. One that its own bounds refuse is there to be replaced
 * (`[]` with `@minItems 1`), and the API server accepts no such default.
 */
export function withDefaults(schema: JsonSchema, defaults: Parameters["defaults"]): JsonSchema {
  const { properties } = schema;
  if (!isSchema(properties)) return schema;
  const fields = Object.entries(properties).map(([name, field]): [string, Json] => {
    const value = Object.hasOwn(defaults, name) ? defaults[name] : undefined;
    if (value === undefined || !isSchema(field) || !isWithin(field, value)) return [name, field];
    return [name, { ...field, default: value }];
  });
  return { ...schema, properties: Object.fromEntries(fields) };
}

/** Whether a value of the schema's type keeps the schema's bounds, which TypeScript does not know. */
function isWithin(schema: JsonSchema, value: Json): boolean {
  if (typeof value === "number") return isBetween(schema, "minimum", value, "maximum");
  if (typeof value === "string") {
    const { pattern, format } = schema;
    return (
      // What a format means is for the API server to say.
      format === undefined &&
      isBetween(schema, "minLength", [...value].length, "maxLength") &&
      (typeof pattern !== "string" || new RegExp(pattern, "u").test(value))
    );
  }
  if (isList(value)) {
    return isBetween(schema, "minItems", value.length, "maxItems") && areWithin(schema["items"], value);
  }
  if (!isSchema(value)) return true;
  const { properties, additionalProperties } = schema;
  return Object.entries(value).every(([name, inner]) =>
    areWithin(isSchema(properties) ? properties[name] : additionalProperties, [inner]),
  );
}

function areWithin(schema: Json | undefined, values: readonly Json[]): boolean {
  return !isSchema(schema) || values.every((value) => isWithin(schema, value));
}

function isBetween(schema: JsonSchema, least: string, value: number, most: string): boolean {
  const [from, to] = [schema[least], schema[most]];
  return (typeof from !== "number" || value >= from) && (typeof to !== "number" || value <= to);
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

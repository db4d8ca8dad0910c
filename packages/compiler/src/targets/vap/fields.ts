import type { Json, JsonSchema, Policy } from "@policyc/ir";

/** A parameter by its name, and what its type and JSDoc say of it. */
export interface ParameterField {
  readonly name: string;
  readonly schema: JsonSchema;
  readonly isRequired: boolean;
}

export function fieldsOf({ params }: Policy): readonly ParameterField[] {
  const { properties, required } = params.schema;
  return Object.entries(isSchema(properties) ? properties : {}).map(([name, schema]) => ({
    name,
    schema: isSchema(schema) ? schema : {},
    isRequired: Array.isArray(required) && required.includes(name),
  }));
}

export function isSchema(value: Json | undefined): value is JsonSchema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

import type { Diagnostic, Span } from "@policyc/diagnostics";
import type { JsonSchema } from "@policyc/ir";
import { formatPath, isJsonObject, type JsonObject, type JsonPath, objectAt } from "../fixtures/json.js";
import { type SchemaProblem, schemaProblems } from "../fixtures/schema.js";
import { badParameter } from "./diagnostics/suite.js";

/** Values of parameters, and where they are written. */
export interface WrittenParams {
  readonly values: JsonObject;
  readonly locate: (path: JsonPath) => Span | undefined;
  /** `refuse` a name the policy does not have, as a slip of the author; `ignore` it, as an API server prunes it. */
  readonly unknown: "refuse" | "ignore";
}

/** Holds parameter values against the schema that the author's type became. */
export function parameterProblems(
  { values, locate, unknown }: WrittenParams,
  schema: JsonSchema,
): readonly Diagnostic[] {
  const held = unknown === "refuse" ? closed(schema) : schema;
  return schemaProblems(values, held).map((problem) =>
    badParameter(locate(problem.path), formatPath(problem.path), sentence(problem, schema)),
  );
}

function sentence(problem: SchemaProblem, schema: JsonSchema): string {
  switch (problem.kind) {
    case "missing":
      return "must be given";
    case "wrong":
      return `must be ${problem.expected}`;
    case "unknown": {
      const names = Object.keys(objectAt(schema, "properties"));
      return problem.path.length > 1
        ? "does not exist"
        : `does not exist; the policy has ${names.length === 0 ? "none" : names.map((name) => `\`${name}\``).join(", ")}`;
    }
  }
}

/** The schema with every object closed that does not say what else it may hold. */
function closed(schema: JsonObject): JsonObject {
  const properties = schema["properties"];
  const items = schema["items"];
  const values = schema["additionalProperties"];
  return {
    ...schema,
    ...(isJsonObject(items) ? { items: closed(items) } : {}),
    ...(isJsonObject(properties)
      ? {
          properties: Object.fromEntries(
            Object.entries(properties).map(([name, one]) => [name, isJsonObject(one) ? closed(one) : one]),
          ),
        }
      : {}),
    ...(schema["type"] === "object"
      ? { additionalProperties: isJsonObject(values) ? closed(values) : (values ?? false) }
      : {}),
  };
}

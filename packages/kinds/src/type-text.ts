import { definitionOf, type Schema } from "./api.js";

/** Names of the SDK that generated types use. */
export type SdkName =
  | "Integer"
  | "IntOrString"
  | "Quantity"
  | "Time"
  | "NamedObjectMeta"
  | "Embedded"
  | "ObjectMeta"
  | "Kind"
  | "kind";

/** How the module that is being written calls things. Both note what it must import. */
export interface Naming {
  /** The TypeScript type of a definition. */
  readonly reference: (definition: string) => string;
  readonly sdk: (name: SdkName) => string;
}

/** The TypeScript type of a schema. Objects with fields of their own are definitions by now. */
export function typeText(schema: Schema, naming: Naming): string {
  const text = presentType(schema, naming);
  return schema.nullable === true && text !== "unknown" ? `${text} | null` : text;
}

function presentType(schema: Schema, naming: Naming): string {
  if (schema.$ref !== undefined) return naming.reference(definitionOf(schema.$ref));
  if (schema["x-kubernetes-int-or-string"] === true) return naming.sdk("IntOrString");
  if (schema.enum !== undefined)
    return schema.enum.map((value) => JSON.stringify(value)).join(" | ") || "never";
  switch (schema.type) {
    case "string":
      return schema.format === "date-time" ? naming.sdk("Time") : "string";
    case "boolean":
      return "boolean";
    case "integer":
      return naming.sdk("Integer");
    case "number":
      return "number";
    case "array":
      return listText(typeText(schema.items ?? {}, naming));
    case "object":
      return mapText(schema, naming);
    default:
      return "unknown";
  }
}

function listText(element: string): string {
  return /^\w+$/.test(element) ? `${element}[]` : `Array<${element}>`;
}

/** An object without listed fields is a map, or holds what only its reader knows. */
function mapText(schema: Schema, naming: Naming): string {
  const values = schema.additionalProperties;
  return typeof values === "object" ? `{ [key: string]: ${typeText(values, naming)} }` : "unknown";
}

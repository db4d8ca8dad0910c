import type { ErrorObject } from "ajv";
import { suggest } from "./suggest.js";
import type { Path } from "./yaml-document.js";

/** What a JSON schema has against a value, in words. */
export type SchemaComplaint =
  | {
      readonly kind: "unknown-key";
      readonly path: Path;
      readonly key: string;
      readonly known: readonly string[];
    }
  | { readonly kind: "bad-value"; readonly path: Path; readonly what: string; readonly hint?: string };

/** Translates ajv's errors (made with `allErrors` and `verbose`), leaving out those that only repeat another. */
export function complaints(errors: readonly ErrorObject[]): readonly SchemaComplaint[] {
  return errors.filter((error) => error.keyword !== "if" && error.keyword !== "propertyNames").map(complaint);
}

function complaint(error: ErrorObject): SchemaComplaint {
  const path = segments(error.instancePath);
  const name = path.length === 0 ? "it" : `\`${label(path)}\``;
  if (error.keyword === "additionalProperties") {
    return {
      kind: "unknown-key",
      path: [...path, textOf(error, "additionalProperty")],
      key: textOf(error, "additionalProperty"),
      known: keysOf(error.parentSchema, "properties"),
    };
  }
  return { kind: "bad-value", path, ...wording(error, name) };
}

function wording(error: ErrorObject, name: string): { readonly what: string; readonly hint?: string } {
  const written = shown(error.data);
  switch (error.keyword) {
    case "enum": {
      const allowed = listOf(error, "allowedValues");
      const near = typeof error.data === "string" ? suggest(error.data, allowed) : undefined;
      const hint =
        near === undefined ? `use one of ${allowed.map(quoted).join(", ")}` : `did you mean \`${near}\`?`;
      return { what: `${name} cannot be ${written}`, hint };
    }
    case "type":
      return typeWording(error, name);
    case "required":
      return { what: `${name} lacks \`${textOf(error, "missingProperty")}\`` };
    case "pattern":
      return {
        what: `${name} cannot be ${written}`,
        hint: `use text that matches \`${textOf(error, "pattern")}\``,
      };
    case "minLength":
    case "minItems":
    case "minProperties":
      return { what: `${name} is too short: at least ${textOf(error, "limit")}` };
    case "uniqueItems":
      return { what: `${name} names the same thing twice` };
    default:
      return { what: `${name} ${error.message ?? "is not allowed"}` };
  }
}

function typeWording(error: ErrorObject, name: string): { readonly what: string; readonly hint?: string } {
  const wanted = textOf(error, "type");
  const what = `${name} is ${kindOf(error.data)}, and should be ${articles[wanted] ?? wanted}`;
  if (wanted === "string" && (typeof error.data === "number" || typeof error.data === "boolean")) {
    return { what, hint: "put it in quotes: YAML reads it as something else than text" };
  }
  return wanted === "array" && typeof error.data !== "object"
    ? { what, hint: `use a list: \`[${String(error.data)}]\`` }
    : { what };
}

const articles: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  integer: "a whole number",
  boolean: "`true` or `false`",
  array: "a list",
  object: "a mapping",
  null: "empty",
};

function kindOf(value: unknown): string {
  if (value === null || value === undefined) return "empty";
  if (Array.isArray(value)) return "a list";
  return articles[typeof value] ?? typeof value;
}

function shown(value: unknown): string {
  return typeof value === "object" && value !== null ? kindOf(value) : quoted(String(value));
}

function quoted(text: string): string {
  return `\`${text}\``;
}

/** `settings.allowed-repos.targets[0]`. */
function label(path: Path): string {
  return path
    .map((segment, index) =>
      typeof segment === "number" ? `[${segment}]` : index === 0 ? segment : `.${segment}`,
    )
    .join("");
}

function segments(pointer: string): Path {
  return pointer
    .split("/")
    .slice(1)
    .map((segment) => segment.replaceAll("~1", "/").replaceAll("~0", "~"))
    .map((segment) => (/^\d+$/.test(segment) ? Number(segment) : segment));
}

function textOf(error: ErrorObject, param: string): string {
  const value: unknown = error.params[param];
  return Array.isArray(value) ? value.join(" or ") : String(value);
}

function listOf(error: ErrorObject, param: string): readonly string[] {
  const value: unknown = error.params[param];
  return Array.isArray(value) ? value.map(String) : [];
}

function keysOf(schema: unknown, keyword: string): readonly string[] {
  if (typeof schema !== "object" || schema === null || !(keyword in schema)) return [];
  const value: unknown = Object.entries(schema).find(([key]) => key === keyword)?.[1];
  return typeof value === "object" && value !== null ? Object.keys(value) : [];
}

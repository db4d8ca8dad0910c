import { refTo, type Schema } from "./api.js";

/**
 * The schema with every object that has fields under a name of its own, made of the fields on the way to it:
 * `CertificateSpecIssuerRef`. The first is the object itself.
 */
export function namedSchemas(name: string, schema: Schema): ReadonlyMap<string, Schema> {
  const found = new Map<string, Schema>();
  nameParts(name, schema, found);
  return found;
}

/** What stands in the place of the schema: itself, or a reference to the name that it got. */
function nameParts(name: string, schema: Schema, found: Map<string, Schema>): Schema {
  const { properties, items, additionalProperties } = schema;
  if (properties !== undefined && Object.keys(properties).length > 0) return nameObject(name, schema, found);
  return {
    ...schema,
    ...(items === undefined ? {} : { items: nameParts(singular(name), items, found) }),
    ...(typeof additionalProperties === "object"
      ? { additionalProperties: nameParts(singular(name), additionalProperties, found) }
      : {}),
  };
}

function nameObject(wanted: string, schema: Schema, found: Map<string, Schema>): Schema {
  const { properties = {}, nullable, description, ...rest } = schema;
  const name = free(wanted, found);
  // Set at once: the parts must not take the name, and come after it.
  found.set(name, {});
  const fields = Object.entries(properties).map(([field, part]) => [
    field,
    nameParts(`${name}${pascalCase(field)}`, part, found),
  ]);
  found.set(name, { ...rest, properties: Object.fromEntries(fields) });
  return {
    $ref: refTo(name),
    ...(nullable === true ? { nullable } : {}),
    ...(description === undefined ? {} : { description }),
  };
}

function free(wanted: string, found: ReadonlyMap<string, Schema>): string {
  const candidates = [wanted, ...Array.from({ length: found.size }, (_, index) => `${wanted}${index + 2}`)];
  return candidates.find((candidate) => !found.has(candidate)) ?? wanted;
}

/** `dnsNames` holds a `DnsName`; what has no plural holds items. */
function singular(name: string): string {
  if (/[^aeiou]ies$/.test(name)) return `${name.slice(0, -3)}y`;
  if (/(?:ss|sh|ch|x)es$/.test(name)) return name.slice(0, -2);
  if (/[^s]s$/.test(name)) return name.slice(0, -1);
  return `${name}Item`;
}

function pascalCase(field: string): string {
  return field
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
}

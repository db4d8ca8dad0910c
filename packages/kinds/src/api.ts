/** The part of an OpenAPI v3 schema that Kubernetes uses. References point into `definitions`. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly nullable?: boolean;
  /** Only in CRDs: Kubernetes' own prose is not copied. */
  readonly description?: string;
  readonly pattern?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly additionalProperties?: Schema | boolean;
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly "x-kubernetes-preserve-unknown-fields"?: boolean;
  readonly "x-kubernetes-embedded-resource"?: boolean;
  readonly "x-kubernetes-int-or-string"?: boolean;
}

/** Schemas by name. */
export type Definitions = Readonly<Record<string, Schema>>;

/** What a kind token of the SDK holds. */
export interface KindIdentity {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  readonly plural: string;
  readonly scope: "Namespaced" | "Cluster";
  /** E.g. `exec`: the kind is what is sent to `pods/exec`. */
  readonly subresource?: string;
}

/** A kind that the API server serves. */
export interface KindEntry extends KindIdentity {
  /** Its name in `definitions`. */
  readonly definition: string;
}

/** What one Kubernetes release serves: the extract in `openapi/`. */
export interface KubernetesApi {
  readonly version: string;
  readonly kinds: readonly KindEntry[];
  readonly definitions: Definitions;
}

/** `v1`, `apps/v1`. */
export function apiVersionOf({ group, version }: KindIdentity): string {
  return group === "" ? version : `${group}/${version}`;
}

const reference = "#/definitions/";

/** The definition that a `$ref` names. */
export function definitionOf(ref: string): string {
  return ref.slice(reference.length);
}

export function refTo(definition: string): string {
  return `${reference}${definition}`;
}

/** The names of the definitions, and of those that they refer to, in the order in which they are met. */
export function reachable(names: readonly string[], definitions: Definitions): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (name: string): void => {
    const schema = definitions[name];
    if (schema === undefined || found.has(name)) return;
    found.add(name);
    for (const used of referencesIn(schema)) visit(used);
  };
  for (const name of names) visit(name);
  return found;
}

function referencesIn(schema: Schema): readonly string[] {
  const { $ref, items, additionalProperties, properties = {}, oneOf = [], anyOf = [] } = schema;
  const own = $ref === undefined ? [] : [definitionOf($ref)];
  const parts = [...Object.values(properties), ...oneOf, ...anyOf];
  if (items !== undefined) parts.push(items);
  if (typeof additionalProperties === "object") parts.push(additionalProperties);
  return [...own, ...parts.flatMap(referencesIn)];
}

/** The part of an OpenAPI v3 schema that Kubernetes uses. References point into `definitions`. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly additionalProperties?: Schema | boolean;
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly oneOf?: readonly Schema[];
  readonly "x-kubernetes-preserve-unknown-fields"?: boolean;
  readonly "x-kubernetes-int-or-string"?: boolean;
}

/** A kind that the API server serves. */
export interface KindEntry {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  readonly plural: string;
  readonly scope: "Namespaced" | "Cluster";
  /** Its name in `definitions`. */
  readonly definition: string;
}

/** What one Kubernetes release serves: the extract in `openapi/`. */
export interface KubernetesApi {
  readonly version: string;
  readonly kinds: readonly KindEntry[];
  readonly definitions: Readonly<Record<string, Schema>>;
}

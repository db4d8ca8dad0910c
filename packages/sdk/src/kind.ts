import type { ObjectMeta } from "./kinds/meta.js";

/** A number without a fraction: `integer` in the API's schema. */
export type Integer = number;
/** A port name or number, a percentage or a count. */
export type IntOrString = Integer | string;
/** A resource quantity as the API server writes it, e.g. `500m` or `4Gi`. Compare with `compareQuantities`. */
export type Quantity = string;
/** A time as RFC 3339 text. */
export type Time = string;
/** The metadata of an object itself, which always has a name by the time a policy sees it. */
export type NamedObjectMeta = ObjectMeta & { name: string };

export type Scope = "Namespaced" | "Cluster";

/** A resource kind as a value, with the shape of its objects as a type: `match: [Pod]`. */
export interface Kind<T> {
  /** The API group; empty for the core group. */
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  /** As in the URL: `pods`, `networkpolicies`. */
  readonly plural: string;
  readonly scope: Scope;
  /** Only a type: never there at run time. */
  readonly object?: T;
}

/** The objects of a kind token, or of each token in a union. */
export type ObjectOf<K> = K extends Kind<infer T> ? T : never;

/**
 * Declares a custom resource. The type says what an object looks like when the API server has
 * accepted it: what the CRD requires is required, everything else is optional.
 *
 * @example
 * interface Certificate { kind: "Certificate"; metadata: NamedObjectMeta; spec: { dnsNames?: string[] } }
 * const Certificate = kind<Certificate>({
 *   group: "cert-manager.io", version: "v1", kind: "Certificate", plural: "certificates", scope: "Namespaced",
 * });
 */
export function kind<T>(identity: { group: string; version: string; kind: string; plural: string; scope: Scope }): Kind<T> {
  return identity;
}

import type { ObjectMeta } from "./kinds/meta.js";

/**
 * A number without a fraction: `integer` in the API's schema. The compiler reads this name, since TypeScript itself
 * knows only `number`.
 *
 * @example
 * interface Params { maxReplicas: Integer }
 */
export type Integer = number;
/**
 * A port name or number, a percentage or a count.
 *
 * @example
 * const port: IntOrString = "http";
 */
export type IntOrString = Integer | string;
/**
 * A resource quantity as the API server writes it. Compare with `compareQuantities`: as text `"1Gi" < "2Mi"`.
 *
 * @example
 * const limit: Quantity = "500m";
 */
export type Quantity = string;
/**
 * A time as RFC 3339 text.
 *
 * @example
 * const created: Time = "2026-11-24T01:00:00Z";
 */
export type Time = string;
/**
 * The metadata of an object itself, which always has a name by the time a policy sees it.
 *
 * @example
 * interface Certificate { kind: "Certificate"; metadata: NamedObjectMeta }
 */
export type NamedObjectMeta = ObjectMeta & { name: string };
/**
 * An object of a kind inside of another one, such as a claim template of a StatefulSet. Nothing asks it for a name, and
 * manifests leave out what it is.
 *
 * @example
 * const claims: Embedded<PersistentVolumeClaim>[] = statefulSet.spec?.volumeClaimTemplates ?? [];
 */
export type Embedded<T> = Omit<T, "apiVersion" | "kind" | "metadata"> & {
  apiVersion?: string;
  kind?: string;
  metadata: ObjectMeta;
};

/**
 * Whether the objects of a kind are in namespaces.
 *
 * @example
 * const scope: Scope = "Namespaced";
 */
export type Scope = "Namespaced" | "Cluster";

/**
 * What names a kind in the API.
 *
 * @example
 * const names = workloads.map(({ plural }: KindIdentity) => plural);
 */
export interface KindIdentity {
  /** The API group; empty for the core group. */
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  /** As in the URL: `pods`, `networkpolicies`. */
  readonly plural: string;
  readonly scope: Scope;
  /** E.g. `exec`: objects of this kind are what is sent to `pods/exec`. */
  readonly subresource?: string;
  /** Where a sub-resource takes objects of another group: the group and version of the resource itself. */
  readonly resource?: { readonly group: string; readonly version: string };
}

/**
 * A resource kind as a value, with the shape of its objects as a type. Each built-in kind is such a value, and a
 * type of the same name: `Pod` in `match: [Pod]` and in `(pod: Pod) => …`.
 *
 * @example
 * const pods: Kind<Pod> = Pod;
 */
export interface Kind<T> extends KindIdentity {
  /** Only a type: never there at run time. */
  readonly object?: T;
}

/**
 * The objects of a kind token, or of any of several.
 *
 * @example
 * type Workload = InstanceOf<(typeof workloads)[number]>;
 */
export type InstanceOf<K> = K extends Kind<infer T> ? T : never;

/**
 * Declares a custom resource. The type says what an object looks like when the API server has accepted it: what the
 * CRD requires is required, everything else is optional. `policyc kinds crd.yaml` writes both from a CRD.
 *
 * @example
 * interface Certificate { kind: "Certificate"; metadata: NamedObjectMeta; spec: { dnsNames?: string[] } }
 * const Certificate = kind<Certificate>({
 *   group: "cert-manager.io", version: "v1", kind: "Certificate", plural: "certificates", scope: "Namespaced",
 * });
 */
export function kind<T>(identity: KindIdentity): Kind<T> {
  return identity;
}

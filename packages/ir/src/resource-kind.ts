import type { DocumentForm } from "./document.js";

/** A resource kind as the API server serves it, or a kind of documents, whose group no API server serves. */
export interface ResourceKind {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  readonly plural: string;
  readonly scope: "Namespaced" | "Cluster";
  /** E.g. `exec`, for the options of a CONNECT. */
  readonly subresource?: string;
  /** The resource's own group and version, where a sub-resource takes objects of another: `apps` of `deployments/scale`. */
  readonly resource?: { readonly group: string; readonly version: string };
  /** Only documents have it. */
  readonly document?: DocumentForm;
}

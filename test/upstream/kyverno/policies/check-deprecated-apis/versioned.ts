import type { NamedObjectMeta } from "@policyc/sdk";

/** Any object: what version of the API it is written in is all that the policies read. */
export interface Versioned {
  apiVersion: string;
  kind: string;
  metadata: NamedObjectMeta;
}

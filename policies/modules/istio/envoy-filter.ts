import { kind, type NamedObjectMeta } from "@policyc/sdk";

/** What a patch changes. */
interface Match {
  listener?: { filterChain?: { filter?: { name?: string; subFilter?: { name?: string } } } };
}

export interface EnvoyPatch {
  applyTo?: string;
  match?: Match;
  patch?: { operation?: string };
}

/** Istio's EnvoyFilter, networking.istio.io/v1alpha3, as far as policies read it: changes of the proxies' own configuration. */
export interface EnvoyFilter {
  apiVersion: "networking.istio.io/v1alpha3";
  kind: "EnvoyFilter";
  metadata: NamedObjectMeta;
  spec?: {
    /** Without it and `targetRefs` the changes are for the whole namespace, and in the root namespace for the mesh. */
    workloadSelector?: { labels?: { [label: string]: string } };
    targetRefs?: { kind: string; name: string }[];
    configPatches?: EnvoyPatch[];
  };
}

export const EnvoyFilter = kind<EnvoyFilter>({
  group: "networking.istio.io",
  version: "v1alpha3",
  kind: "EnvoyFilter",
  plural: "envoyfilters",
  scope: "Namespaced",
});

import { kind, type LabelSelector, type NamedObjectMeta } from "@policyc/sdk";

export interface StoreRef {
  name?: string;
  /** Absent means SecretStore. */
  kind?: string;
}

interface Find {
  path?: string;
  name?: { regexp?: string };
  tags?: { [tag: string]: string };
}

export interface ExternalSecretSpec {
  refreshInterval?: string;
  /** Absent means Periodic. */
  refreshPolicy?: "Periodic" | "CreatedOnce" | "OnChange";
  secretStoreRef?: StoreRef;
  target?: {
    name?: string;
    /** Absent means Owner. */
    creationPolicy?: "Owner" | "Orphan" | "Merge" | "None";
    /** Absent means Retain. */
    deletionPolicy?: "Delete" | "Merge" | "Retain";
  };
  data?: { secretKey: string; sourceRef?: { storeRef?: StoreRef } }[];
  dataFrom?: { find?: Find; sourceRef?: { storeRef?: StoreRef } }[];
}

/** External Secrets' ExternalSecret, external-secrets.io/v1, as far as policies read it. */
export interface ExternalSecret {
  apiVersion: string;
  kind: "ExternalSecret";
  metadata: NamedObjectMeta;
  spec?: ExternalSecretSpec;
}

export const ExternalSecret = kind<ExternalSecret>({
  group: "external-secrets.io",
  version: "v1",
  kind: "ExternalSecret",
  plural: "externalsecrets",
  scope: "Namespaced",
});

/** The same for every namespace that a selector selects. */
export interface ClusterExternalSecret {
  apiVersion: string;
  kind: "ClusterExternalSecret";
  metadata: NamedObjectMeta;
  spec?: {
    externalSecretSpec?: ExternalSecretSpec;
    /** What the three say of namespaces is alternatives. `namespaceSelector` is the older form. */
    namespaceSelector?: LabelSelector;
    namespaceSelectors?: LabelSelector[];
    namespaces?: string[];
  };
}

export const ClusterExternalSecret = kind<ClusterExternalSecret>({
  group: "external-secrets.io",
  version: "v1",
  kind: "ClusterExternalSecret",
  plural: "clusterexternalsecrets",
  scope: "Cluster",
});

/** What both say about the Secret to make. */
export function externalSecretSpec(object: ExternalSecret | ClusterExternalSecret): ExternalSecretSpec {
  return (object.kind === "ExternalSecret" ? object.spec : object.spec?.externalSecretSpec) ?? {};
}

import { kind, type LabelSelector, type NamedObjectMeta } from "@policyc/sdk";

/** Stores by name, or all that a selector selects. */
interface PushStoreRef {
  name?: string;
  labelSelector?: LabelSelector;
  /** Absent means SecretStore. */
  kind?: string;
}

export interface PushSecretSpec {
  secretStoreRefs?: PushStoreRef[];
  /** Which Secret is pushed: by name, or all that a selector selects; or what a generator makes. */
  selector?: { secret?: { name?: string; selector?: LabelSelector }; generatorRef?: object };
  /** Keys by pattern, each to a store of its own. */
  dataTo?: { storeRef?: PushStoreRef }[];
  /** Absent means None. */
  deletionPolicy?: "Delete" | "None";
  /** Absent means Replace. */
  updatePolicy?: "Replace" | "IfNotExists";
}

/** External Secrets' PushSecret, external-secrets.io/v1alpha1: from a Secret of the cluster into a store. */
export interface PushSecret {
  apiVersion: "external-secrets.io/v1alpha1";
  kind: "PushSecret";
  metadata: NamedObjectMeta;
  spec?: PushSecretSpec;
}

export const PushSecret = kind<PushSecret>({
  group: "external-secrets.io",
  version: "v1alpha1",
  kind: "PushSecret",
  plural: "pushsecrets",
  scope: "Namespaced",
});

/** The same in every namespace that one of the selectors selects. */
export interface ClusterPushSecret {
  apiVersion: "external-secrets.io/v1alpha1";
  kind: "ClusterPushSecret";
  metadata: NamedObjectMeta;
  spec?: { pushSecretSpec?: PushSecretSpec; namespaceSelectors?: LabelSelector[] };
}

export const ClusterPushSecret = kind<ClusterPushSecret>({
  group: "external-secrets.io",
  version: "v1alpha1",
  kind: "ClusterPushSecret",
  plural: "clusterpushsecrets",
  scope: "Cluster",
});

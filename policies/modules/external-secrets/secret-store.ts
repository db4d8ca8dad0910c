import { kind, type LabelSelector, type NamedObjectMeta } from "@policyc/sdk";

/** Where secrets come from; only what policies read. */
export interface Provider {
  akeyless?: { akeylessGWApiURL?: string };
  conjur?: { url?: string };
  gitlab?: { url?: string };
  infisical?: { hostAPI?: string };
  kubernetes?: { server?: { url?: string } };
  onepassword?: { connectHost?: string };
  vault?: { server?: string; auth?: { tokenSecretRef?: object; userPass?: object; ldap?: object } };
  aws?: { auth?: { secretRef?: object } };
  /** `ServicePrincipal` where nothing is said. */
  azurekv?: { authType?: string };
  gcpsm?: { auth?: { secretRef?: object } };
  webhook?: { url?: string };
  fake?: { data?: unknown[] };
}

export interface SecretStore {
  apiVersion: string;
  kind: "SecretStore";
  metadata: NamedObjectMeta;
  spec?: { provider?: Provider };
}

export const SecretStore = kind<SecretStore>({
  group: "external-secrets.io",
  version: "v1",
  kind: "SecretStore",
  plural: "secretstores",
  scope: "Namespaced",
});

export interface ClusterSecretStore {
  apiVersion: string;
  kind: "ClusterSecretStore";
  metadata: NamedObjectMeta;
  spec?: {
    provider?: Provider;
    /** Which namespaces may use the store: one of them must hold; absent means all namespaces. */
    conditions?: {
      namespaceSelector?: LabelSelector;
      namespaces?: string[];
      namespaceRegexes?: string[];
    }[];
  };
}

export const ClusterSecretStore = kind<ClusterSecretStore>({
  group: "external-secrets.io",
  version: "v1",
  kind: "ClusterSecretStore",
  plural: "clustersecretstores",
  scope: "Cluster",
});

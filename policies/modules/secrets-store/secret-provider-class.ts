import { kind, type NamedObjectMeta } from "@policyc/sdk";

/** The Secrets Store CSI driver's SecretProviderClass: what a `csi` volume mounts from a store. */
export interface SecretProviderClass {
  apiVersion: "secrets-store.csi.x-k8s.io/v1";
  kind: "SecretProviderClass";
  metadata: NamedObjectMeta;
  spec?: {
    provider?: string;
    /** Of the provider, all of them texts. */
    parameters?: { [name: string]: string };
    /** Secrets that the driver makes of what is mounted. */
    secretObjects?: { secretName?: string }[];
  };
}

export const SecretProviderClass = kind<SecretProviderClass>({
  group: "secrets-store.csi.x-k8s.io",
  version: "v1",
  kind: "SecretProviderClass",
  plural: "secretproviderclasses",
  scope: "Namespaced",
});

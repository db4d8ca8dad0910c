import { kind, type NamedObjectMeta } from "@policyc/sdk";

/** Linkerd's MeshTLSAuthentication: a set of identities that clients have to prove by mutual TLS. */
export interface MeshTLSAuthentication {
  apiVersion: "policy.linkerd.io/v1alpha1";
  kind: "MeshTLSAuthentication";
  metadata: NamedObjectMeta & { namespace: string };
  spec: {
    /** `*` is every client of the mesh, `*.ns.serviceaccount.identity.…` a suffix. */
    identities?: string[];
    identityRefs?: { group?: string; kind: string; name?: string; namespace?: string }[];
  };
}

export const MeshTLSAuthentication = kind<MeshTLSAuthentication>({
  group: "policy.linkerd.io",
  version: "v1alpha1",
  kind: "MeshTLSAuthentication",
  plural: "meshtlsauthentications",
  scope: "Namespaced",
});

import { kind, type NamedObjectMeta } from "@policyc/sdk";

/** Who may have signed: the account of an identity provider, in full or by a regular expression. */
export interface SignerIdentity {
  issuer?: string;
  issuerRegExp?: string;
  subject?: string;
  subjectRegExp?: string;
}

/** One way to verify an image; of several any one is enough. */
export interface SigningAuthority {
  name?: string;
  key?: object;
  keyless?: { identities?: SignerIdentity[]; insecureIgnoreSCT?: boolean };
  /** No signature is looked at. */
  static?: { action?: "pass" | "fail" };
  /** The transparency log; not asked where neither is said. */
  ctlog?: { url?: string; trustRootRef?: string };
  rfc3161timestamp?: object;
}

/** Sigstore's ClusterImagePolicy, as far as policies read it. */
export interface ClusterImagePolicy {
  apiVersion: string;
  kind: "ClusterImagePolicy";
  metadata: NamedObjectMeta;
  spec?: {
    images?: { glob?: string }[];
    authorities?: SigningAuthority[];
    mode?: "enforce" | "warn";
  };
}

export const ClusterImagePolicy = kind<ClusterImagePolicy>({
  group: "policy.sigstore.dev",
  version: "v1beta1",
  kind: "ClusterImagePolicy",
  plural: "clusterimagepolicies",
  scope: "Cluster",
});

import { kind, type NamedObjectMeta } from "@policyc/sdk";
import type { SignerIdentity } from "../sigstore/cluster-image-policy.js";

/** What Kyverno's policies in CEL have in common, policies.kyverno.io/v1. */
export interface CelPolicySpec {
  /** Absent means Fail. */
  failurePolicy?: "Fail" | "Ignore";
  /** None means Deny. */
  validationActions?: ("Deny" | "Audit" | "Warn")[];
  evaluation?: { admission?: { enabled?: boolean } };
}

export interface KyvernoValidatingPolicy {
  apiVersion: "policies.kyverno.io/v1";
  kind: "ValidatingPolicy";
  metadata: NamedObjectMeta;
  spec: CelPolicySpec;
}

export const KyvernoValidatingPolicy = kind<KyvernoValidatingPolicy>({
  group: "policies.kyverno.io",
  version: "v1",
  kind: "ValidatingPolicy",
  plural: "validatingpolicies",
  scope: "Cluster",
});

export interface KyvernoNamespacedValidatingPolicy {
  apiVersion: "policies.kyverno.io/v1";
  kind: "NamespacedValidatingPolicy";
  metadata: NamedObjectMeta;
  spec: CelPolicySpec;
}

export const KyvernoNamespacedValidatingPolicy = kind<KyvernoNamespacedValidatingPolicy>({
  group: "policies.kyverno.io",
  version: "v1",
  kind: "NamespacedValidatingPolicy",
  plural: "namespacedvalidatingpolicies",
  scope: "Namespaced",
});

export interface ImageValidatingSpec extends CelPolicySpec {
  attestors?: {
    name: string;
    cosign?: {
      keyless?: { identities?: SignerIdentity[] };
      ctlog?: { insecureIgnoreTlog?: boolean; insecureIgnoreSCT?: boolean };
    };
  }[];
  /** Each is true where it is absent. */
  validationConfigurations?: { mutateDigest?: boolean; verifyDigest?: boolean };
}

/** Asks for the signatures of images. */
export interface KyvernoImageValidatingPolicy {
  apiVersion: "policies.kyverno.io/v1";
  kind: "ImageValidatingPolicy";
  metadata: NamedObjectMeta;
  spec: ImageValidatingSpec;
}

export const KyvernoImageValidatingPolicy = kind<KyvernoImageValidatingPolicy>({
  group: "policies.kyverno.io",
  version: "v1",
  kind: "ImageValidatingPolicy",
  plural: "imagevalidatingpolicies",
  scope: "Cluster",
});

export interface KyvernoNamespacedImageValidatingPolicy {
  apiVersion: "policies.kyverno.io/v1";
  kind: "NamespacedImageValidatingPolicy";
  metadata: NamedObjectMeta;
  spec: ImageValidatingSpec;
}

export const KyvernoNamespacedImageValidatingPolicy = kind<KyvernoNamespacedImageValidatingPolicy>({
  group: "policies.kyverno.io",
  version: "v1",
  kind: "NamespacedImageValidatingPolicy",
  plural: "namespacedimagevalidatingpolicies",
  scope: "Namespaced",
});

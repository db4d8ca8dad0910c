import { kind, type NamedObjectMeta } from "@policyc/sdk";
import type { SignerIdentity } from "../sigstore/cluster-image-policy.js";

/** `audit` and `enforce` are how older versions write them. */
export type FailureAction = "Audit" | "Enforce" | "audit" | "enforce";

/** What holds in some namespaces in place of the rest. */
interface FailureActionOverride {
  action?: FailureAction;
}

/** Of whom a signature is taken; exactly one of the three. */
export interface KyvernoAttestor {
  keys?: object;
  certificates?: object;
  keyless?: SignerIdentity & { rekor?: { ignoreTlog?: boolean }; ctlog?: { ignoreSCT?: boolean } };
}

/** What a rule asks of the signatures of images. */
export interface ImageVerification {
  failureAction?: FailureAction;
  /** Of each set one entry, or `count` of them. */
  attestors?: { entries?: KyvernoAttestor[] }[];
  /** Absent means true: a tag is replaced by the digest that was verified. */
  mutateDigest?: boolean;
  /** Absent means true: what has no digest is refused. */
  verifyDigest?: boolean;
}

export interface KyvernoRule {
  name: string;
  validate?: { failureAction?: FailureAction; failureActionOverrides?: FailureActionOverride[] };
  verifyImages?: ImageVerification[];
}

export interface KyvernoSpec {
  rules?: KyvernoRule[];
  /** Absent means Audit; what a rule says itself goes before. */
  validationFailureAction?: FailureAction;
  validationFailureActionOverrides?: FailureActionOverride[];
  /** Absent means Fail. */
  webhookConfiguration?: { failurePolicy?: "Fail" | "Ignore" };
  /** Where older versions had it. */
  failurePolicy?: "Fail" | "Ignore";
  /** Absent means true: asked when objects are made or changed. */
  admission?: boolean;
}

/** Kyverno's ClusterPolicy, as far as policies read it. */
export interface KyvernoClusterPolicy {
  apiVersion: "kyverno.io/v1";
  kind: "ClusterPolicy";
  metadata: NamedObjectMeta;
  spec: KyvernoSpec;
}

export const KyvernoClusterPolicy = kind<KyvernoClusterPolicy>({
  group: "kyverno.io",
  version: "v1",
  kind: "ClusterPolicy",
  plural: "clusterpolicies",
  scope: "Cluster",
});

/** The same for one namespace. */
export interface KyvernoPolicy {
  apiVersion: "kyverno.io/v1";
  kind: "Policy";
  metadata: NamedObjectMeta;
  spec: KyvernoSpec;
}

export const KyvernoPolicy = kind<KyvernoPolicy>({
  group: "kyverno.io",
  version: "v1",
  kind: "Policy",
  plural: "policies",
  scope: "Namespaced",
});

/** `audit` and `enforce` are how older versions write them. */
export function isEnforced(action: FailureAction | undefined): boolean {
  return action === "Enforce" || action === "enforce";
}

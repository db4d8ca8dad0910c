import { kind, type NamedObjectMeta } from "@policyc/sdk";

/** Where Flux fetches from; only what policies read. */
interface SourceSpec {
  url?: string;
  /** Plain HTTP, or a certificate that nobody checks. */
  insecure?: boolean;
}

export interface GitRepository {
  apiVersion: "source.toolkit.fluxcd.io/v1";
  kind: "GitRepository";
  metadata: NamedObjectMeta;
  spec?: SourceSpec;
}

export const GitRepository = kind<GitRepository>({
  group: "source.toolkit.fluxcd.io",
  version: "v1",
  kind: "GitRepository",
  plural: "gitrepositories",
  scope: "Namespaced",
});

export interface HelmRepository {
  apiVersion: "source.toolkit.fluxcd.io/v1";
  kind: "HelmRepository";
  metadata: NamedObjectMeta;
  spec?: SourceSpec;
}

export const HelmRepository = kind<HelmRepository>({
  group: "source.toolkit.fluxcd.io",
  version: "v1",
  kind: "HelmRepository",
  plural: "helmrepositories",
  scope: "Namespaced",
});

export interface OCIRepository {
  apiVersion: "source.toolkit.fluxcd.io/v1";
  kind: "OCIRepository";
  metadata: NamedObjectMeta;
  spec?: SourceSpec;
}

export const OCIRepository = kind<OCIRepository>({
  group: "source.toolkit.fluxcd.io",
  version: "v1",
  kind: "OCIRepository",
  plural: "ocirepositories",
  scope: "Namespaced",
});

export interface Bucket {
  apiVersion: "source.toolkit.fluxcd.io/v1";
  kind: "Bucket";
  metadata: NamedObjectMeta;
  spec?: SourceSpec;
}

export const Bucket = kind<Bucket>({
  group: "source.toolkit.fluxcd.io",
  version: "v1",
  kind: "Bucket",
  plural: "buckets",
  scope: "Namespaced",
});

/** What is applied, and as whom. */
interface DeliverySpec {
  /** The controller's own account where it is absent, unless that is started with another default. */
  serviceAccountName?: string;
  /** Another cluster, with an account of its own. */
  kubeConfig?: object;
}

export interface FluxKustomization {
  apiVersion: "kustomize.toolkit.fluxcd.io/v1";
  kind: "Kustomization";
  metadata: NamedObjectMeta;
  spec?: DeliverySpec;
}

export const FluxKustomization = kind<FluxKustomization>({
  group: "kustomize.toolkit.fluxcd.io",
  version: "v1",
  kind: "Kustomization",
  plural: "kustomizations",
  scope: "Namespaced",
});

export interface HelmRelease {
  apiVersion: "helm.toolkit.fluxcd.io/v2";
  kind: "HelmRelease";
  metadata: NamedObjectMeta;
  spec?: DeliverySpec;
}

export const HelmRelease = kind<HelmRelease>({
  group: "helm.toolkit.fluxcd.io",
  version: "v2",
  kind: "HelmRelease",
  plural: "helmreleases",
  scope: "Namespaced",
});

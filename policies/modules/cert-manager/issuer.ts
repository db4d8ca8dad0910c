import { kind, type NamedObjectMeta } from "@policyc/sdk";

interface IssuerSpec {
  acme?: { server?: string; skipTLSVerify?: boolean };
  vault?: { server?: string; auth?: { tokenSecretRef?: object } };
  venafi?: { tpp?: { url?: string } };
}

/** Whom cert-manager asks for certificates; only what policies read. */
export interface Issuer {
  apiVersion: "cert-manager.io/v1";
  kind: "Issuer";
  metadata: NamedObjectMeta;
  spec: IssuerSpec;
}

export const Issuer = kind<Issuer>({
  group: "cert-manager.io",
  version: "v1",
  kind: "Issuer",
  plural: "issuers",
  scope: "Namespaced",
});

/** The same for all namespaces. */
export interface ClusterIssuer {
  apiVersion: "cert-manager.io/v1";
  kind: "ClusterIssuer";
  metadata: NamedObjectMeta;
  spec: IssuerSpec;
}

export const ClusterIssuer = kind<ClusterIssuer>({
  group: "cert-manager.io",
  version: "v1",
  kind: "ClusterIssuer",
  plural: "clusterissuers",
  scope: "Cluster",
});

import { kind, type LabelSelector, type NamedObjectMeta } from "@policyc/sdk";

/** What one rule of a Cilium policy allows, as far as policies read it. */
export interface CiliumRule {
  fromEndpoints?: LabelSelector[];
  toEndpoints?: LabelSelector[];
  fromEntities?: string[];
  toEntities?: string[];
  fromCIDR?: string[];
  toCIDR?: string[];
  fromCIDRSet?: CiliumCidr[];
  toCIDRSet?: CiliumCidr[];
  toFQDNs?: { matchName?: string; matchPattern?: string }[];
  fromNodes?: LabelSelector[];
  toNodes?: LabelSelector[];
  fromGroups?: object[];
  toGroups?: object[];
  fromRequires?: LabelSelector[];
  toRequires?: LabelSelector[];
  toServices?: object[];
  toPorts?: CiliumPorts[];
  icmps?: object[];
  authentication?: { mode?: "disabled" | "required" | "test-always-fail" };
}

/** Ports are written as text, and may be names. */
export interface CiliumPorts {
  ports?: { port?: string; endPort?: number; protocol?: string }[];
}

export interface CiliumCidr {
  cidr?: string;
  except?: string[];
}

export interface CiliumPolicySpec {
  description?: string;
  endpointSelector?: LabelSelector;
  ingress?: CiliumRule[];
  egress?: CiliumRule[];
  /** Whether the selected pods are denied what no rule allows: by default in each direction that has rules. */
  enableDefaultDeny?: { ingress?: boolean; egress?: boolean };
}

/** Cilium's CiliumNetworkPolicy, cilium.io/v2. Has one `spec`, or several in `specs`. */
export interface CiliumNetworkPolicy {
  apiVersion: "cilium.io/v2";
  kind: "CiliumNetworkPolicy";
  metadata: NamedObjectMeta;
  spec?: CiliumPolicySpec;
  specs?: CiliumPolicySpec[];
}

export const CiliumNetworkPolicy = kind<CiliumNetworkPolicy>({
  group: "cilium.io",
  version: "v2",
  kind: "CiliumNetworkPolicy",
  plural: "ciliumnetworkpolicies",
  scope: "Namespaced",
});

/** The same for all namespaces, or for nodes. */
export interface CiliumClusterwideNetworkPolicy {
  apiVersion: "cilium.io/v2";
  kind: "CiliumClusterwideNetworkPolicy";
  metadata: NamedObjectMeta;
  spec?: CiliumPolicySpec;
  specs?: CiliumPolicySpec[];
}

export const CiliumClusterwideNetworkPolicy = kind<CiliumClusterwideNetworkPolicy>({
  group: "cilium.io",
  version: "v2",
  kind: "CiliumClusterwideNetworkPolicy",
  plural: "ciliumclusterwidenetworkpolicies",
  scope: "Cluster",
});

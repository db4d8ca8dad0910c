import { type Integer, kind, type LabelSelector, type NamedObjectMeta } from "@policyc/sdk";
import { isWideRange } from "../network-peers.js";
import { selectsAnything } from "../selects-anything.js";

/** Whom a rule is about; exactly one of the fields is set. */
export interface AdminPeer {
  namespaces?: LabelSelector;
  pods?: { namespaceSelector?: LabelSelector; podSelector: LabelSelector };
  /** Of egress alone: ranges of addresses, those of pods among them. */
  networks?: string[];
  nodes?: LabelSelector;
  domainNames?: string[];
}

/** What a rule does with traffic. `Accept` is what `Allow` was called before ClusterNetworkPolicy. */
export interface AdminRule {
  name?: string;
  action: "Allow" | "Accept" | "Deny" | "Pass";
  /** Any port where it is absent; `protocols` in a ClusterNetworkPolicy. */
  ports?: object[];
  protocols?: object[];
  from?: AdminPeer[];
  to?: AdminPeer[];
}

export interface AdminPolicySpec {
  /** Of a ClusterNetworkPolicy: before all NetworkPolicies, or after them. */
  tier?: "Admin" | "Baseline";
  priority?: Integer;
  subject: Pick<AdminPeer, "namespaces" | "pods">;
  ingress?: AdminRule[];
  egress?: AdminRule[];
}

/** Rules before all NetworkPolicies, which can take nothing of them back. network-policy-api v0.1. */
export interface AdminNetworkPolicy {
  apiVersion: "policy.networking.k8s.io/v1alpha1";
  kind: "AdminNetworkPolicy";
  metadata: NamedObjectMeta;
  spec: AdminPolicySpec;
}

export const AdminNetworkPolicy = kind<AdminNetworkPolicy>({
  group: "policy.networking.k8s.io",
  version: "v1alpha1",
  kind: "AdminNetworkPolicy",
  plural: "adminnetworkpolicies",
  scope: "Cluster",
});

/** Rules for what no NetworkPolicy selects. There is only one, called `default`. */
export interface BaselineAdminNetworkPolicy {
  apiVersion: "policy.networking.k8s.io/v1alpha1";
  kind: "BaselineAdminNetworkPolicy";
  metadata: NamedObjectMeta;
  spec: AdminPolicySpec;
}

export const BaselineAdminNetworkPolicy = kind<BaselineAdminNetworkPolicy>({
  group: "policy.networking.k8s.io",
  version: "v1alpha1",
  kind: "BaselineAdminNetworkPolicy",
  plural: "baselineadminnetworkpolicies",
  scope: "Cluster",
});

/** Both in one kind, as network-policy-api has it since v0.2. */
export interface ClusterNetworkPolicy {
  apiVersion: string;
  kind: "ClusterNetworkPolicy";
  metadata: NamedObjectMeta;
  spec: AdminPolicySpec;
}

export const ClusterNetworkPolicy = kind<ClusterNetworkPolicy>({
  group: "policy.networking.k8s.io",
  version: "v1alpha2",
  kind: "ClusterNetworkPolicy",
  plural: "clusternetworkpolicies",
  scope: "Cluster",
});

/** The same in the version that is to stay. */
export const ClusterNetworkPolicyBeta = kind<ClusterNetworkPolicy>({
  group: "policy.networking.k8s.io",
  version: "v1beta1",
  kind: "ClusterNetworkPolicy",
  plural: "clusternetworkpolicies",
  scope: "Cluster",
});

/** Does the rule let traffic through, whatever NetworkPolicies say? */
export function isAllowing({ action }: AdminRule): boolean {
  return action === "Allow" || action === "Accept";
}

/** Does the rule look at no port? */
export function isForAllPorts({ ports, protocols }: AdminRule): boolean {
  return (ports ?? []).length === 0 && (protocols ?? []).length === 0;
}

/** Does the rule deny everything from or to all pods, or whole address spaces? */
export function deniesAll(rule: AdminRule): boolean {
  const peers = [...(rule.from ?? []), ...(rule.to ?? [])];
  const isAnybody = peers.some((peer) => isAllPods(peer) || (peer.networks ?? []).some(isWideRange));
  return rule.action === "Deny" && isForAllPorts(rule) && isAnybody;
}

/** Is it all pods, but for those that are excluded by name? */
export function isAllPods({ namespaces, pods }: AdminPeer): boolean {
  return (
    (namespaces !== undefined && selectsAnything(namespaces)) ||
    (pods !== undefined && selectsAnything(pods.namespaceSelector ?? {}) && selectsAnything(pods.podSelector))
  );
}

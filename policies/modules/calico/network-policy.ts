import { type Integer, kind, type NamedObjectMeta } from "@policyc/sdk";

/** Where traffic comes from or goes to; all that is said must hold. Selectors are expressions of Calico's own. */
export interface CalicoEntity {
  nets?: string[];
  notNets?: string[];
  selector?: string;
  notSelector?: string;
  namespaceSelector?: string;
  services?: { name?: string; namespace?: string };
  serviceAccounts?: { names?: string[]; selector?: string };
  ports?: (Integer | string)[];
  notPorts?: (Integer | string)[];
}

/** What a rule does with the traffic that it matches. `Pass` leaves it to the next tier. */
export interface CalicoRule {
  action: "Allow" | "Deny" | "Log" | "Pass";
  protocol?: Integer | string;
  notProtocol?: Integer | string;
  source?: CalicoEntity;
  destination?: CalicoEntity;
  http?: object;
}

export interface CalicoPolicySpec {
  tier?: string;
  order?: number;
  selector?: string;
  namespaceSelector?: string;
  serviceAccountSelector?: string;
  types?: ("Ingress" | "Egress")[];
  ingress?: CalicoRule[];
  egress?: CalicoRule[];
}

/** Calico's NetworkPolicy, projectcalico.org/v3. */
export interface CalicoNetworkPolicy {
  apiVersion: "projectcalico.org/v3";
  kind: "NetworkPolicy";
  metadata: NamedObjectMeta;
  spec?: CalicoPolicySpec;
}

export const CalicoNetworkPolicy = kind<CalicoNetworkPolicy>({
  group: "projectcalico.org",
  version: "v3",
  kind: "NetworkPolicy",
  plural: "networkpolicies",
  scope: "Namespaced",
});

/** The same for all namespaces, and for hosts. */
export interface CalicoGlobalNetworkPolicy {
  apiVersion: "projectcalico.org/v3";
  kind: "GlobalNetworkPolicy";
  metadata: NamedObjectMeta;
  spec?: CalicoPolicySpec;
}

export const CalicoGlobalNetworkPolicy = kind<CalicoGlobalNetworkPolicy>({
  group: "projectcalico.org",
  version: "v3",
  kind: "GlobalNetworkPolicy",
  plural: "globalnetworkpolicies",
  scope: "Cluster",
});

/** As Calico keeps them itself: what clusters without its API server have, and what its older manifests write. */
export interface StoredCalicoNetworkPolicy {
  apiVersion: "crd.projectcalico.org/v1";
  kind: "NetworkPolicy";
  metadata: NamedObjectMeta;
  spec?: CalicoPolicySpec;
}

export const StoredCalicoNetworkPolicy = kind<StoredCalicoNetworkPolicy>({
  group: "crd.projectcalico.org",
  version: "v1",
  kind: "NetworkPolicy",
  plural: "networkpolicies",
  scope: "Namespaced",
});

export interface StoredCalicoGlobalNetworkPolicy {
  apiVersion: "crd.projectcalico.org/v1";
  kind: "GlobalNetworkPolicy";
  metadata: NamedObjectMeta;
  spec?: CalicoPolicySpec;
}

export const StoredCalicoGlobalNetworkPolicy = kind<StoredCalicoGlobalNetworkPolicy>({
  group: "crd.projectcalico.org",
  version: "v1",
  kind: "GlobalNetworkPolicy",
  plural: "globalnetworkpolicies",
  scope: "Cluster",
});

/** Does it name nobody: no address, no pod, no account? Whom it excludes does not tell who is left. */
export function isAnybody({
  nets,
  selector,
  namespaceSelector,
  services,
  serviceAccounts,
}: CalicoEntity): boolean {
  return (
    (nets ?? []).length === 0 &&
    (selector ?? "") === "" &&
    (namespaceSelector ?? "") === "" &&
    services === undefined &&
    serviceAccounts === undefined
  );
}

/** Is it the pods of every namespace? A NetworkPolicy without `namespaceSelector` means those of its own. */
export function isEveryPod(
  { nets, selector = "", namespaceSelector = "", serviceAccounts }: CalicoEntity,
  isGlobal: boolean,
): boolean {
  const inEveryNamespace = isAll(namespaceSelector) && (selector === "" || isAll(selector));
  const everywhere = isGlobal && namespaceSelector === "" && isAll(selector);
  return (inEveryNamespace || everywhere) && (nets ?? []).length === 0 && serviceAccounts === undefined;
}

function isAll(selector: string): boolean {
  return /^\s*all\(\s*\)\s*$/.test(selector);
}

/** Does the rule look at no protocol and no port? */
export function isForAllPorts({ protocol, notProtocol, http, source, destination }: CalicoRule): boolean {
  return (
    protocol === undefined &&
    notProtocol === undefined &&
    http === undefined &&
    (source?.ports ?? []).length === 0 &&
    (destination?.ports ?? []).length === 0
  );
}

import { type Integer, kind, type LabelSelector, type NamedObjectMeta } from "@policyc/sdk";

/** From which namespaces others may attach. */
export interface AllowedNamespaces {
  from?: "All" | "Selector" | "Same" | "None";
  selector?: LabelSelector;
}

export interface GatewayListener {
  name: string;
  protocol: string;
  port: Integer;
  hostname?: string;
  tls?: { mode?: "Terminate" | "Passthrough"; certificateRefs?: { name: string; namespace?: string }[] };
  allowedRoutes?: { namespaces?: AllowedNamespaces };
}

/** The Gateway API's Gateway, gateway.networking.k8s.io/v1. */
export interface KubernetesGateway {
  apiVersion: "gateway.networking.k8s.io/v1";
  kind: "Gateway";
  metadata: NamedObjectMeta;
  spec: {
    gatewayClassName: string;
    listeners?: GatewayListener[];
    /** Whose ListenerSets may add to it; absent means nobody's. */
    allowedListeners?: { namespaces?: AllowedNamespaces };
  };
}

/** Istio has a kind of the same name. */
export const KubernetesGateway = kind<KubernetesGateway>({
  group: "gateway.networking.k8s.io",
  version: "v1",
  kind: "Gateway",
  plural: "gateways",
  scope: "Namespaced",
});

import { type Integer, kind, type NamedObjectMeta } from "@policyc/sdk";

/** How a client's proxy connects to the destination. */
export interface ClientTls {
  mode?: "DISABLE" | "SIMPLE" | "MUTUAL" | "ISTIO_MUTUAL";
  /** A wrapped Boolean, which may be `null`. */
  insecureSkipVerify?: boolean | null;
}

export interface TrafficPolicy {
  tls?: ClientTls;
  portLevelSettings?: { port?: { number?: Integer }; tls?: ClientTls }[];
}

/** Istio's DestinationRule, networking.istio.io/v1, as far as policies read it. */
export interface DestinationRule {
  apiVersion: "networking.istio.io/v1";
  kind: "DestinationRule";
  metadata: NamedObjectMeta;
  spec?: {
    host: string;
    trafficPolicy?: TrafficPolicy;
    subsets?: { name: string; trafficPolicy?: TrafficPolicy }[];
  };
}

export const DestinationRule = kind<DestinationRule>({
  group: "networking.istio.io",
  version: "v1",
  kind: "DestinationRule",
  plural: "destinationrules",
  scope: "Namespaced",
});

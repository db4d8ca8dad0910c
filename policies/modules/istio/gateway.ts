import { type Integer, kind, type NamedObjectMeta } from "@policyc/sdk";

type TlsVersion = "TLS_AUTO" | "TLSV1_0" | "TLSV1_1" | "TLSV1_2" | "TLSV1_3";

/** One port of a Gateway. */
export interface GatewayServer {
  port: { number: Integer; protocol: string; name: string };
  hosts: string[];
  tls?: {
    httpsRedirect?: boolean;
    mode?: "PASSTHROUGH" | "SIMPLE" | "MUTUAL" | "AUTO_PASSTHROUGH" | "ISTIO_MUTUAL" | "OPTIONAL_MUTUAL";
    minProtocolVersion?: TlsVersion;
  };
}

/** Istio's Gateway, networking.istio.io/v1, as far as policies read it. */
export interface Gateway {
  apiVersion: "networking.istio.io/v1";
  kind: "Gateway";
  metadata: NamedObjectMeta;
  spec?: { selector?: { [label: string]: string }; servers?: GatewayServer[] };
}

export const Gateway = kind<Gateway>({
  group: "networking.istio.io",
  version: "v1",
  kind: "Gateway",
  plural: "gateways",
  scope: "Namespaced",
});

import { kind, type NamedObjectMeta } from "@policyc/sdk";

/** How a workload accepts connections; `UNSET` takes over what the namespace or the mesh says. */
export type MutualTlsMode = "UNSET" | "DISABLE" | "PERMISSIVE" | "STRICT";

/** Istio's PeerAuthentication, security.istio.io/v1, as far as policies read it. */
export interface PeerAuthentication {
  apiVersion: "security.istio.io/v1";
  kind: "PeerAuthentication";
  metadata: NamedObjectMeta;
  spec?: {
    /** Without it the object speaks for its namespace, and in the root namespace for the mesh. */
    selector?: { matchLabels?: { [label: string]: string } };
    mtls?: { mode?: MutualTlsMode };
    /** By port number of the workload; only read where there is a selector. */
    portLevelMtls?: { [port: string]: { mode?: MutualTlsMode } };
  };
}

export const PeerAuthentication = kind<PeerAuthentication>({
  group: "security.istio.io",
  version: "v1",
  kind: "PeerAuthentication",
  plural: "peerauthentications",
  scope: "Namespaced",
});

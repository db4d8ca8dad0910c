import { kind, type ObjectMeta } from "@policyc/sdk";

/** How a workload accepts connections; `UNSET` takes over what the namespace or the mesh says. */
type Mode = "UNSET" | "DISABLE" | "PERMISSIVE" | "STRICT";

/** Istio's PeerAuthentication, security.istio.io/v1, as far as policies read it. */
export interface PeerAuthentication {
  apiVersion: "security.istio.io/v1";
  kind: "PeerAuthentication";
  metadata: ObjectMeta & { name: string };
  spec?: {
    selector?: { matchLabels?: { [label: string]: string } };
    mtls?: { mode?: Mode };
    /** By port number. */
    portLevelMtls?: { [port: string]: { mode?: Mode } };
  };
}

export const PeerAuthentication = kind<PeerAuthentication>({
  group: "security.istio.io",
  version: "v1",
  kind: "PeerAuthentication",
  plural: "peerauthentications",
  scope: "Namespaced",
});

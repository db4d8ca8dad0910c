import { kind, type NamedObjectMeta } from "@policyc/sdk";

/** Istio's Sidecar: what the proxies of a namespace, or of some pods, know of the mesh. */
export interface Sidecar {
  apiVersion: string;
  kind: "Sidecar";
  metadata: NamedObjectMeta;
  spec?: {
    /** As the mesh has it where it is absent. */
    outboundTrafficPolicy?: { mode?: "REGISTRY_ONLY" | "ALLOW_ANY" };
  };
}

export const Sidecar = kind<Sidecar>({
  group: "networking.istio.io",
  version: "v1",
  kind: "Sidecar",
  plural: "sidecars",
  scope: "Namespaced",
});

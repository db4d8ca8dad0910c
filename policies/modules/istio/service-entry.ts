import { type Integer, kind, type NamedObjectMeta } from "@policyc/sdk";

/** Istio's ServiceEntry, networking.istio.io/v1, as far as policies read it. */
export interface ServiceEntry {
  apiVersion: "networking.istio.io/v1";
  kind: "ServiceEntry";
  metadata: NamedObjectMeta;
  spec: {
    hosts: string[];
    ports?: { number: Integer; name: string; protocol?: string; targetPort?: Integer }[];
    /** Absent means MESH_EXTERNAL. */
    location?: "MESH_EXTERNAL" | "MESH_INTERNAL";
    resolution?: string;
    endpoints?: { address?: string }[];
  };
}

export const ServiceEntry = kind<ServiceEntry>({
  group: "networking.istio.io",
  version: "v1",
  kind: "ServiceEntry",
  plural: "serviceentries",
  scope: "Namespaced",
});

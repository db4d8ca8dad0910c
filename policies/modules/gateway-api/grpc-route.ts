import { kind, type NamedObjectMeta } from "@policyc/sdk";
import type { ParentRef } from "./http-route.js";

/** The Gateway API's GRPCRoute, gateway.networking.k8s.io/v1, as far as policies read it. */
export interface GRPCRoute {
  apiVersion: "gateway.networking.k8s.io/v1";
  kind: "GRPCRoute";
  metadata: NamedObjectMeta;
  spec: { parentRefs?: ParentRef[]; hostnames?: string[] };
}

export const GRPCRoute = kind<GRPCRoute>({
  group: "gateway.networking.k8s.io",
  version: "v1",
  kind: "GRPCRoute",
  plural: "grpcroutes",
  scope: "Namespaced",
});

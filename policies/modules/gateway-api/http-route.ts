import { kind, type NamedObjectMeta } from "@policyc/sdk";

/** The Gateway API's HTTPRoute, gateway.networking.k8s.io/v1, as far as policies read it. */
export interface HTTPRoute {
  apiVersion: "gateway.networking.k8s.io/v1";
  kind: "HTTPRoute";
  metadata: NamedObjectMeta;
  spec: { hostnames?: string[] };
}

export const HTTPRoute = kind<HTTPRoute>({
  group: "gateway.networking.k8s.io",
  version: "v1",
  kind: "HTTPRoute",
  plural: "httproutes",
  scope: "Namespaced",
});

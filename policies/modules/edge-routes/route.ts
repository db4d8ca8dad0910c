import { kind, type NamedObjectMeta } from "@policyc/sdk";

/** OpenShift's Route, route.openshift.io/v1, as far as policies read it. */
export interface Route {
  apiVersion: "route.openshift.io/v1";
  kind: "Route";
  metadata: NamedObjectMeta;
  spec: {
    host?: string;
    tls?: { termination?: string; insecureEdgeTerminationPolicy?: string };
  };
}

export const Route = kind<Route>({
  group: "route.openshift.io",
  version: "v1",
  kind: "Route",
  plural: "routes",
  scope: "Namespaced",
});

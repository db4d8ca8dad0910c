import { type Integer, kind, type NamedObjectMeta } from "@policyc/sdk";

/** What a route attaches to: a Gateway, all its listeners or some; or, in a mesh, a Service. */
export interface ParentRef {
  /** Absent means Gateway; a ListenerSet adds to one. */
  kind?: string;
  name: string;
  /** Absent means that of the route. */
  namespace?: string;
  /** The name of a listener. */
  sectionName?: string;
  port?: Integer;
}

/** What is done with a request before it is sent on, or instead. */
export interface RouteFilter {
  type: string;
  requestRedirect?: { scheme?: string };
}

/** The Gateway API's HTTPRoute, gateway.networking.k8s.io/v1, as far as policies read it. */
export interface HTTPRoute {
  apiVersion: "gateway.networking.k8s.io/v1";
  kind: "HTTPRoute";
  metadata: NamedObjectMeta;
  spec: { parentRefs?: ParentRef[]; hostnames?: string[]; rules?: { filters?: RouteFilter[] }[] };
}

export const HTTPRoute = kind<HTTPRoute>({
  group: "gateway.networking.k8s.io",
  version: "v1",
  kind: "HTTPRoute",
  plural: "httproutes",
  scope: "Namespaced",
});

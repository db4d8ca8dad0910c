import { kind, type NamedObjectMeta } from "@policyc/sdk";

export interface TraefikRoute {
  match?: string;
  services?: { name: string; kind?: string }[];
  middlewares?: { name: string; namespace?: string }[];
}

/** Traefik's IngressRoute, traefik.io/v1alpha1, as far as policies read it. */
export interface IngressRoute {
  apiVersion: "traefik.io/v1alpha1";
  kind: "IngressRoute";
  metadata: NamedObjectMeta;
  spec: {
    /** Absent means all that are entry points by default. */
    entryPoints?: string[];
    routes?: TraefikRoute[];
    /** Even empty it asks for TLS. */
    tls?: { secretName?: string; certResolver?: string };
  };
}

export const IngressRoute = kind<IngressRoute>({
  group: "traefik.io",
  version: "v1alpha1",
  kind: "IngressRoute",
  plural: "ingressroutes",
  scope: "Namespaced",
});

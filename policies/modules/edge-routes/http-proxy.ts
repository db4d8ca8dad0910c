import { kind, type NamedObjectMeta } from "@policyc/sdk";

/** Contour's HTTPProxy, projectcontour.io/v1, as far as policies read it. */
export interface HTTPProxy {
  apiVersion: "projectcontour.io/v1";
  kind: "HTTPProxy";
  metadata: NamedObjectMeta;
  spec?: {
    /** Absent in one that others include. */
    virtualhost?: { fqdn: string; tls?: { secretName?: string; passthrough?: boolean } };
    routes?: { permitInsecure?: boolean }[];
  };
}

export const HTTPProxy = kind<HTTPProxy>({
  group: "projectcontour.io",
  version: "v1",
  kind: "HTTPProxy",
  plural: "httpproxies",
  scope: "Namespaced",
});

import { type IntOrString, kind, type LabelSelector, type NamedObjectMeta } from "@policyc/sdk";

/** Linkerd's Server: a port of some pods that authorizations can be made for. */
export interface Server {
  apiVersion: "policy.linkerd.io/v1beta3";
  kind: "Server";
  metadata: NamedObjectMeta & { namespace: string };
  spec: {
    podSelector?: LabelSelector;
    port: IntOrString;
    proxyProtocol?: string;
    /** What happens to traffic that no authorization allows; absent means `deny`. Since v1beta3. */
    accessPolicy?: string;
  };
}

export const Server = kind<Server>({
  group: "policy.linkerd.io",
  version: "v1beta3",
  kind: "Server",
  plural: "servers",
  scope: "Namespaced",
});

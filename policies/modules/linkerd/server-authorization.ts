import { kind, type LabelSelector, type NamedObjectMeta } from "@policyc/sdk";

/** Linkerd's older way to say who may use a Server. */
export interface ServerAuthorization {
  apiVersion: "policy.linkerd.io/v1beta1";
  kind: "ServerAuthorization";
  metadata: NamedObjectMeta & { namespace: string };
  spec: {
    server: { name?: string; selector?: LabelSelector };
    client: {
      unauthenticated?: boolean;
      networks?: { cidr: string }[];
      meshTLS?: {
        unauthenticatedTLS?: boolean;
        identities?: string[];
        serviceAccounts?: { name: string; namespace?: string }[];
      };
    };
  };
}

export const ServerAuthorization = kind<ServerAuthorization>({
  group: "policy.linkerd.io",
  version: "v1beta1",
  kind: "ServerAuthorization",
  plural: "serverauthorizations",
  scope: "Namespaced",
});

import { kind, type NamedObjectMeta } from "@policyc/sdk";

/** Istio's RequestAuthentication, security.istio.io/v1, as far as policies read it. */
export interface RequestAuthentication {
  apiVersion: "security.istio.io/v1";
  kind: "RequestAuthentication";
  metadata: NamedObjectMeta;
  spec?: {
    selector?: { matchLabels?: { [label: string]: string } };
    targetRef?: { kind: string; name: string };
    targetRefs?: { kind: string; name: string }[];
    jwtRules?: { issuer?: string; jwksUri?: string }[];
  };
}

export const RequestAuthentication = kind<RequestAuthentication>({
  group: "security.istio.io",
  version: "v1",
  kind: "RequestAuthentication",
  plural: "requestauthentications",
  scope: "Namespaced",
});

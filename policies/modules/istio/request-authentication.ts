import { kind, type NamedObjectMeta } from "@policyc/sdk";

/** Istio's RequestAuthentication, security.istio.io/v1, as far as policies read it. */
export interface RequestAuthentication {
  apiVersion: "security.istio.io/v1";
  kind: "RequestAuthentication";
  metadata: NamedObjectMeta;
  spec: { jwtRules?: { issuer: string; jwksUri?: string }[] };
}

export const RequestAuthentication = kind<RequestAuthentication>({
  group: "security.istio.io",
  version: "v1",
  kind: "RequestAuthentication",
  plural: "requestauthentications",
  scope: "Namespaced",
});

import { kind, type NamedObjectMeta } from "@policyc/sdk";

export interface AuthenticationRef {
  group?: string;
  kind: string;
  name: string;
  namespace?: string;
}

/** Linkerd's AuthorizationPolicy: who may use a Server, a route or all of a namespace. All authentications must hold. */
export interface LinkerdAuthorizationPolicy {
  apiVersion: "policy.linkerd.io/v1alpha1";
  kind: "AuthorizationPolicy";
  metadata: NamedObjectMeta & { namespace: string };
  spec: {
    targetRef: { group?: string; kind: string; name: string };
    requiredAuthenticationRefs: AuthenticationRef[];
  };
}

export const LinkerdAuthorizationPolicy = kind<LinkerdAuthorizationPolicy>({
  group: "policy.linkerd.io",
  version: "v1alpha1",
  kind: "AuthorizationPolicy",
  plural: "authorizationpolicies",
  scope: "Namespaced",
});

import { document } from "@policyc/sdk";

export interface Authorizer {
  /** `Webhook`, `Node`, `RBAC`, `ABAC`, `AlwaysAllow` or `AlwaysDeny`. */
  type: string;
  name: string;
}

/** The file of `--authorization-config`, as far as policies read it. The first authorizer with an opinion decides. */
export interface AuthorizationConfiguration {
  apiVersion: string;
  kind: "AuthorizationConfiguration";
  authorizers: Authorizer[];
}

export const AuthorizationConfiguration = document<AuthorizationConfiguration>({
  name: "AuthorizationConfiguration",
  title: "authorization configuration of an API server",
  recognise: { fields: { kind: "AuthorizationConfiguration" }, has: ["authorizers"] },
});

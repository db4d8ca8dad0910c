import { document } from "@policyc/sdk";

/** Where a user's name or groups are from: a claim and what is put before it, or an expression that says all of it. */
export interface ClaimMapping {
  claim?: string;
  prefix?: string;
  expression?: string;
}

/** Whose tokens are believed, and what they say. */
export interface JwtAuthenticator {
  issuer: { url: string; audiences?: string[] };
  claimMappings?: { username?: ClaimMapping; groups?: ClaimMapping };
  userValidationRules?: { expression: string; message?: string }[];
}

/** The file of `--authentication-config`, as far as policies read it. */
export interface AuthenticationConfiguration {
  apiVersion: string;
  kind: "AuthenticationConfiguration";
  jwt?: JwtAuthenticator[];
  /** Absent: what `--anonymous-auth` says, which is true unless it is set. Without conditions it is for every path. */
  anonymous?: { enabled: boolean; conditions?: { path: string }[] };
}

export const AuthenticationConfiguration = document<AuthenticationConfiguration>({
  name: "AuthenticationConfiguration",
  title: "authentication configuration of an API server",
  recognise: { fields: { kind: "AuthenticationConfiguration" }, hasAny: ["jwt", "anonymous"] },
});

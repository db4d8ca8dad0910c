import { kind, type NamedObjectMeta } from "@policyc/sdk";

/** Who sends a request. All fields that are set must hold; `*` is "any value, but one". */
export interface Source {
  principals?: string[];
  notPrincipals?: string[];
  requestPrincipals?: string[];
  notRequestPrincipals?: string[];
  namespaces?: string[];
  notNamespaces?: string[];
  serviceAccounts?: string[];
  notServiceAccounts?: string[];
  ipBlocks?: string[];
  notIpBlocks?: string[];
  remoteIpBlocks?: string[];
  notRemoteIpBlocks?: string[];
}

/** One rule: a request must match one of `from`, one of `to`, and all of `when`. */
export interface AuthorizationRule {
  from?: { source?: Source }[];
  to?: {
    operation?: {
      hosts?: string[];
      ports?: string[];
      methods?: string[];
      paths?: string[];
    };
  }[];
  when?: { key: string; values?: string[]; notValues?: string[] }[];
}

/** Istio's AuthorizationPolicy, security.istio.io/v1, as far as policies read it. */
export interface AuthorizationPolicy {
  apiVersion: "security.istio.io/v1";
  kind: "AuthorizationPolicy";
  metadata: NamedObjectMeta;
  spec?: {
    selector?: { matchLabels?: { [label: string]: string } };
    targetRef?: { kind: string; name: string };
    targetRefs?: { kind: string; name: string }[];
    /** Absent means ALLOW. */
    action?: "ALLOW" | "DENY" | "AUDIT" | "CUSTOM";
    /** No rules match nothing: an ALLOW policy without rules denies everything. */
    rules?: AuthorizationRule[];
  };
}

export const AuthorizationPolicy = kind<AuthorizationPolicy>({
  group: "security.istio.io",
  version: "v1",
  kind: "AuthorizationPolicy",
  plural: "authorizationpolicies",
  scope: "Namespaced",
});

/** Is the policy only tried out: what it would do is logged, and not done? Istio reads the annotation as Go reads a boolean. */
export function isDryRun({ metadata }: AuthorizationPolicy): boolean {
  return ["1", "t", "T", "true", "TRUE", "True"].includes(metadata.annotations?.["istio.io/dry-run"] ?? "");
}

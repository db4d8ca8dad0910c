import { document } from "@policyc/sdk";

export type AuditLevel = "None" | "Metadata" | "Request" | "RequestResponse";

/** Which requests a rule is for: all that is said must hold; a list that is not said, or empty, is everything. */
export interface AuditRule {
  level: AuditLevel;
  users?: string[];
  userGroups?: string[];
  verbs?: string[];
  /** Of the core group where the group is absent or empty; no resources are all of the group. */
  resources?: { group?: string; resources?: string[]; resourceNames?: string[] }[];
  /** Empty text is requests that are not in a namespace. */
  namespaces?: string[];
  /** Requests for URLs that are no resources: a rule has these or `resources`. */
  nonResourceURLs?: string[];
  omitStages?: string[];
  omitManagedFields?: boolean;
}

/** The file of `--audit-policy-file`. The first rule that matches a request decides; none is None. */
export interface AuditPolicy {
  apiVersion: string;
  kind: "Policy";
  metadata?: { name?: string };
  omitStages?: string[];
  rules: AuditRule[];
}

export const AuditPolicy = document<AuditPolicy>({
  name: "AuditPolicy",
  title: "audit policy of an API server",
  recognise: {
    fields: {
      apiVersion: ["audit.k8s.io/v1", "audit.k8s.io/v1beta1", "audit.k8s.io/v1alpha1"],
      kind: "Policy",
    },
  },
});

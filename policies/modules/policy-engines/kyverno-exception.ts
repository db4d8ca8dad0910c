import { kind, type LabelSelector, type NamedObjectMeta } from "@policyc/sdk";

/** Which objects an exception is for; all that is said must hold. */
export interface ExceptedResources {
  kinds?: string[];
  namespaces?: string[];
  names?: string[];
  selector?: LabelSelector;
  namespaceSelector?: LabelSelector;
  annotations?: { [key: string]: string };
}

/** Kyverno's PolicyException for its ClusterPolicies, kyverno.io/v2. */
export interface KyvernoException {
  apiVersion: "kyverno.io/v2";
  kind: "PolicyException";
  metadata: NamedObjectMeta;
  spec: {
    exceptions: { policyName: string; ruleNames: string[] }[];
    match?: { any?: { resources?: ExceptedResources }[]; all?: { resources?: ExceptedResources }[] };
    conditions?: object;
  };
}

export const KyvernoException = kind<KyvernoException>({
  group: "kyverno.io",
  version: "v2",
  kind: "PolicyException",
  plural: "policyexceptions",
  scope: "Namespaced",
});

/** The same for policies in CEL, policies.kyverno.io/v1. */
export interface KyvernoCelException {
  apiVersion: "policies.kyverno.io/v1";
  kind: "PolicyException";
  metadata: NamedObjectMeta;
  spec: {
    policyRefs: { name: string; kind: string }[];
    /** All objects where it is absent. */
    matchConditions?: object[];
    images?: string[];
    allowedValues?: string[];
  };
}

export const KyvernoCelException = kind<KyvernoCelException>({
  group: "policies.kyverno.io",
  version: "v1",
  kind: "PolicyException",
  plural: "policyexceptions",
  scope: "Namespaced",
});

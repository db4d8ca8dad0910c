import type { Json, LabelSelector } from "@policyc/ir";

/** How strictly a cluster applies a policy; a property of the deployment, never of the predicate. */
export const stages = ["audit", "warn", "enforce"] as const;
export type Stage = (typeof stages)[number];

/** Objects that a policy leaves alone for a time, as data: who, why, and until when. */
export interface Exemption {
  /** Why; shown in the emitted manifest. */
  readonly reason: string;
  /** ISO date (`2027-01-31`): the exemption ends with that day, and `build` then refuses it. */
  readonly expires: string;
  /** Namespaces, with `*` at either end. Absent: every namespace. */
  readonly namespaces?: readonly string[];
  /** Object names, with `*` at either end. */
  readonly names?: readonly string[];
  readonly labelSelector?: LabelSelector;
}

/** Where a ValidatingAdmissionPolicy finds its parameters: in its own text, or in an object of the cluster. */
export type ParameterSource =
  | { readonly kind: "inline" }
  /** Text alone: a ConfigMap holds nothing else. */
  | { readonly kind: "configMap"; readonly namespace: string }
  /** The policy's own custom resource; cluster-scoped where there is no namespace. */
  | { readonly kind: "resource"; readonly namespace?: string };

/** One policy as one environment deploys it: everything that is decided outside the predicate. */
export interface Deployment {
  readonly stage: Stage;
  /** Complete parameter values: the author's, overridden by `policyc.yaml`. Held against the schema before. */
  readonly params: { readonly [name: string]: Json };
  /** Namespaces that this deployment leaves out, with `*` at either end, beside those of the policy's own match. */
  readonly excludedNamespaces: readonly string[];
  readonly exemptions: readonly Exemption[];
  /** The oldest Kubernetes that must accept the manifests, e.g. `1.30`. */
  readonly minKubernetes: string;
  /** Absent: inline. */
  readonly vapParameters?: ParameterSource;
}

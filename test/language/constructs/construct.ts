import type { Json } from "@policyc/ir";

/** A predicate's body for each construct that the language has; all engines must say the same of every pod. */
export interface Construct {
  readonly says: string;
  readonly body: string;
  /** What the module declares beside the policy: helpers, tables. */
  readonly module?: string;
  readonly paramsType?: string;
  readonly params?: { readonly [name: string]: Json };
  /** The oldest Kubernetes whose CEL can say it; 1.30 where nothing is said. */
  readonly minKubernetes?: string;
}

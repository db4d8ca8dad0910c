/** A divergence that `pnpm fuzz` found: a policy about Pods on which engines disagreed. */
export interface Regression {
  readonly says: string;
  /** The oldest Kubernetes whose CEL can say it; 1.30 where nothing is said. */
  readonly minKubernetes?: string;
  /** What the module declares beside the policy. */
  readonly module?: string;
  readonly body: string;
}

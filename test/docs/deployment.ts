import type { emitPolicies, SourcePolicy } from "@policyc/compiler";

export type Deployment = Parameters<typeof emitPolicies>[0]["deployments"][number]["deployment"];

/** A policy as `build` deploys it where nothing is configured. */
export function deploymentOf({ policy }: SourcePolicy, given: Partial<Deployment> = {}): Deployment {
  return {
    stage: "audit",
    params: policy.params.defaults,
    excludedNamespaces: [],
    exemptions: [],
    minKubernetes: "1.30",
    ...given,
  };
}

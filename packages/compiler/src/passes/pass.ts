import type { Policy } from "@policyc/ir";

/** One step from a policy to a simpler one that means the same. */
export interface Pass {
  readonly name: string;
  readonly run: (policy: Policy) => Policy;
}

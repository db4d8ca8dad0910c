import type { Policy } from "@policyc/ir";

/** One step from IR to IR: pure, and what it returns passes `verify`. */
export interface Pass {
  readonly name: string;
  readonly run: (policy: Policy) => Policy;
}

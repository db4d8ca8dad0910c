import type { Content, Policy } from "@policyc/ir";

/** One step from IR to IR: pure, and what it returns passes `verify`. */
export interface Pass {
  readonly name: string;
  /** A policy without any of these is left as it is: the pass is not asked. */
  readonly concerns?: readonly Content[];
  readonly run: (policy: Policy) => Policy;
}

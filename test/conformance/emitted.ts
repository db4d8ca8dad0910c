import type { JsonObject } from "./json.js";
import type { UpstreamTest } from "./upstream/upstream.js";

/** A target that the compiler declines for this policy: its cases are then listed as not expressible. */
export interface Refusal {
  readonly refused: string;
}

/** The YAML of one policy with its parameters in it, per target that has no parameters of its own. */
export interface Emitted {
  readonly clusterPolicy: string | Refusal;
  readonly validatingPolicy: string | Refusal;
  /** ValidatingAdmissionPolicy and its binding, as two documents. */
  readonly vap: string | Refusal;
}

/**
 * @param policy the policy's name, which is its folder's name under `dist/gatekeeper/`
 * @param parameters `spec.parameters` of an upstream constraint, `{}` where it has none
 * @param match `spec.match` of the same constraint, for what it says beyond the policy's own kinds
 */
export type Emit = (policy: string, parameters: JsonObject, match: JsonObject) => Emitted | Promise<Emitted>;

/** The compiler did not get through: each case that waits for it is a disagreement. */
export interface Failure {
  readonly failed: string;
}

export async function emitFor(emit: Emit, policy: string, test: UpstreamTest): Promise<Emitted | Failure> {
  try {
    return await emit(policy, test.parameters, test.match);
  } catch (error) {
    return { failed: `emit: ${String(error)}` };
  }
}

import type { Json } from "@policyc/ir";
import type { Inventory } from "../fixtures/inventory.js";
import type { JsonObject, JsonPath } from "../fixtures/json.js";
import type { AdmissionRequest } from "../fixtures/request.js";

/** The ways to run a policy: Node, the emitted Rego as WASM, the same by OPA, the emitted CEL by Kubernetes' library. */
export const engineNames = ["js", "wasm", "opa", "cel"] as const;
export type EngineName = (typeof engineNames)[number];

/** What gives verdicts: an engine, or `kyverno`: the emitted CEL as Kyverno reads it, whose `orValue` is another one. */
export type EvaluatorName = EngineName | "kyverno";

export interface Violation {
  readonly message: string;
  /** The part of the object that is to blame; only Node can tell. */
  readonly at?: JsonPath;
}

export interface Verdict {
  readonly allowed: boolean;
  /** In the author's order from `js`, sorted from Rego; all in one, joined by `; `, from `cel`. */
  readonly violations: readonly Violation[];
}

export type Params = { readonly [name: string]: Json };

/** One question: does this policy, with these parameters, allow this request? */
export interface Question {
  readonly request: AdmissionRequest;
  /** Complete: the author's defaults, overridden. */
  readonly params: Params;
  /** `spec.match` of a Constraint that stands in for what the policy says itself: a gator suite's. */
  readonly constraintMatch?: JsonObject;
  /** The other objects of the cluster, for policies that read them. Default: none. */
  readonly inventory?: Inventory;
}

/** One engine with one policy loaded: making it takes time, asking it does not. */
export interface Evaluator {
  readonly engine: EvaluatorName;
  readonly evaluate: (question: Question) => Verdict;
}

/** The verdict where nothing is wrong, or the policy does not look. */
export const allowed: Verdict = { allowed: true, violations: [] };

/** The verdict that these violations make. */
export function verdictOf(violations: readonly Violation[]): Verdict {
  return { allowed: violations.length === 0, violations };
}

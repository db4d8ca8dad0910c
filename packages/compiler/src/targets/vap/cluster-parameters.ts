import type { Json } from "@policyc/ir";
import type { ParameterRoot } from "../../backends/cel/index.js";
import type { Manifest } from "../../emit/manifest.js";

/** Parameters that an object of the cluster holds. */
export interface ClusterParameters {
  readonly root: ParameterRoot;
  readonly paramKind: Json;
  readonly paramRef: Json;
  /** The definition of the object's kind, where it is the policy's own. */
  readonly definition?: Manifest;
  /** The object, with the deployment's values. */
  readonly object: Manifest;
  /** What the object's kind does not guarantee by itself. */
  readonly validations: readonly Json[];
}

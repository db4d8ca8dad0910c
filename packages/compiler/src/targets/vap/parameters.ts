import type { Json, Policy } from "@policyc/ir";
import type { ParameterRoot } from "../../backends/cel/index.js";
import type { Manifest } from "../../emit/manifest.js";
import type { Deployment } from "../deployment.js";
import { configMapParameters } from "./config-map.js";
import { resourceParameters } from "./custom-resource.js";

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

/** `undefined` where the values are written into the policy. */
export function clusterParameters(policy: Policy, deployment: Deployment): ClusterParameters | undefined {
  const { vapParameters: source = { kind: "inline" } } = deployment;
  if (!("properties" in policy.params.schema)) return undefined;
  switch (source.kind) {
    case "inline":
      return undefined;
    case "configMap":
      return configMapParameters(policy, deployment, source.namespace);
    case "resource":
      return resourceParameters(policy, deployment, source.namespace);
  }
}

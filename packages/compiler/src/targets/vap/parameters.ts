import type { Policy } from "@policyc/ir";
import type { Deployment } from "../deployment.js";
import type { ClusterParameters } from "./cluster-parameters.js";
import { configMapParameters } from "./config-map.js";
import { resourceParameters } from "./custom-resource.js";

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

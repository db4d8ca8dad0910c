import type { PodSpec } from "@policyc/sdk";

/** Does the pod run in a user namespace, where its root is nobody on the node (KEP-127)? */
export function isInUserNamespace(spec: PodSpec): boolean {
  return spec.hostUsers === false;
}

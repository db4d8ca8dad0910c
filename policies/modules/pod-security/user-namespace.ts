import type { PodSpec } from "@policyc/sdk";

/** Does the pod run in a user namespace, where its root is nobody on the node (KEP-127)? */
export function isInUserNamespace(spec: PodSpec): boolean {
  return spec.hostUsers === false;
}

/** Is that enough for the standard, as it is from v1.35? */
export function isKeptByUserNamespace(minor: number, spec: PodSpec): boolean {
  return minor >= 35 && isInUserNamespace(spec);
}

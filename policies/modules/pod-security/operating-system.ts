import type { PodSpec } from "@policyc/sdk";

/** Does the pod say that it runs on Windows? Linux's security fields cannot be set then (KEP-2802). */
export function isWindows(spec: PodSpec): boolean {
  return spec.os?.name === "windows";
}

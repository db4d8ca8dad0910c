import type { PodSpec } from "@policyc/sdk";

/** Does the pod say that it runs on Windows? Linux's security fields cannot be set then (KEP-2802). */
export function isWindows(spec: PodSpec): boolean {
  return spec.os?.name === "windows";
}

/** Is the pod left to Windows, as the standard leaves it from v1.25? */
export function isLeftToWindows(minor: number, spec: PodSpec): boolean {
  return minor >= 25 && isWindows(spec);
}

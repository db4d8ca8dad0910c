import { parseInteger } from "@policyc/sdk";

/**
 * The minor version of Kubernetes whose Pod Security Standards hold: 28 for `v1.28`. `latest`, nothing, and what is no
 * version at all ask for the newest rules, as a namespace's labels do.
 */
export function minorVersion(version: string | undefined): number {
  const newest = 1000;
  return parseInteger((version ?? "").slice("v1.".length)) ?? newest;
}

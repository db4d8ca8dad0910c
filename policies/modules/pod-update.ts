import type { AdmissionRequest, Workload } from "@policyc/sdk";

/**
 * Is this an update of a pod that runs already? The fields of its containers cannot change then, and
 * a violation would only block the update of its labels or finalizers. Adding an ephemeral container
 * is an update too, of the sub-resource, and must be looked at.
 */
export function isPodUpdate(object: Workload, request: AdmissionRequest): boolean {
  return (
    object.kind === "Pod" && request.operation === "UPDATE" && request.subResource !== "ephemeralcontainers"
  );
}

import type { AdmissionRequest } from "@policyc/testing";
import type { JsonObject } from "../json.js";

/** A request as the API server puts it to a webhook, and as gator reads it. */
export function admissionReview(request: AdmissionRequest): JsonObject {
  const { namespaceObject: _, ...asSent } = request;
  return {
    apiVersion: "admission.k8s.io/v1",
    kind: "AdmissionReview",
    request: { uid: "00000000-0000-0000-0000-000000000000", ...asSent },
  };
}

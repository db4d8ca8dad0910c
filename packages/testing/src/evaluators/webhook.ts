import type { AdmissionRequest } from "../fixtures/request.js";

/** The sub-resources in the rules of Gatekeeper 3.23's `deploy/gatekeeper.yaml`, beside every resource itself. */
const subResources = new Set([
  "pods/ephemeralcontainers",
  "pods/exec",
  "pods/log",
  "pods/eviction",
  "pods/portforward",
  "pods/proxy",
  "pods/attach",
  "pods/binding",
  "pods/resize",
  "deployments/scale",
  "replicasets/scale",
  "statefulsets/scale",
  "replicationcontrollers/scale",
  "services/proxy",
  "nodes/proxy",
  "services/status",
]);

/**
 * Whether the API server sends a request to Gatekeeper's webhook at all: creations and updates, and what a template
 * asks for beside them. Without an operation it is audit or gator, which look at everything.
 */
export function webhookAsks(request: AdmissionRequest, operations: readonly string[]): boolean {
  const { operation, resource, subResource = "" } = request;
  if (operation !== undefined && !operations.includes(operation)) return false;
  return (
    subResource === "" || resource === undefined || subResources.has(`${resource.resource}/${subResource}`)
  );
}

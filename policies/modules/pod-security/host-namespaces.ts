import { podSpec, violation, type Workload } from "@policyc/sdk";

/** Host Namespaces (Baseline, v1.0): not the node's network, processes or shared memory. */
export function* hostNamespaces(object: Workload) {
  const spec = podSpec(object);
  if (spec.hostNetwork) yield violation("pod must not set hostNetwork to true", spec);
  if (spec.hostPID) yield violation("pod must not set hostPID to true", spec);
  if (spec.hostIPC) yield violation("pod must not set hostIPC to true", spec);
}

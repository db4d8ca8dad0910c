import { appContainers, compareQuantities, isQuantity, policy, violation, workloads } from "@policyc/sdk";

export default policy({
  name: "require-qos-guaranteed",
  title: "Guaranteed quality of service",
  description: "The CPU and memory of each container must be requested, and its limit must be the request.",
  severity: "medium",
  match: workloads,
  kyverno: { rule: "guaranteed" },
  *check({ object }) {
    for (const { name, resources } of appContainers(object)) {
      for (const resource of ["cpu", "memory"]) {
        if (!isEqual(resources?.requests?.[resource] ?? "", resources?.limits?.[resource] ?? ""))
          yield violation(`the ${resource} of container <${name}> must be requested, and be its limit`);
      }
    }
  },
});

/** Whether both are quantities, and the same. */
function isEqual(request: string, limit: string): boolean {
  return isQuantity(request) && isQuantity(limit) && compareQuantities(request, limit) === 0;
}

import { appContainers, policy, violation, workloads } from "@policyc/sdk";

export default policy({
  name: "memory-requests-equal-limits",
  title: "Memory requests are limits",
  description: "The memory request of a container must be its limit.",
  severity: "medium",
  match: workloads,
  *check({ object }) {
    for (const { name, resources } of appContainers(object)) {
      const request = resources?.requests?.["memory"] ?? "none";
      const limit = resources?.limits?.["memory"] ?? "none";
      if (request !== limit)
        yield violation(`the memory request <${request}> of container <${name}> is not its limit <${limit}>`);
    }
  },
});

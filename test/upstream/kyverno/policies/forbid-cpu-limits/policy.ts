import { containers, policy, violation, workloads } from "@policyc/sdk";

export default policy({
  name: "forbid-cpu-limits",
  title: "No CPU limits",
  description: "Containers may not limit their CPU: a limit throttles them while the node is idle.",
  severity: "medium",
  match: workloads,
  kyverno: { rule: "check-cpu-limits" },
  *check({ object }) {
    for (const container of containers(object)) {
      if (container.resources?.limits?.["cpu"] !== undefined)
        yield violation(`container <${container.name}> has a CPU limit`, container);
    }
  },
});

import { containers, policy, violation, workloads } from "@policyc/sdk";

export default policy({
  name: "require-cpu-limits",
  title: "CPU limits",
  description: "Every container must limit its CPU.",
  severity: "medium",
  match: workloads,
  kyverno: { rule: "check-cpu-limits" },
  *check({ object }) {
    for (const container of containers(object)) {
      if ((container.resources?.limits?.["cpu"] ?? "") === "")
        yield violation(`container <${container.name}> has no CPU limit`, container);
    }
  },
});

import { containers, policy, violation, workloads } from "@policyc/sdk";

export default policy({
  name: "disallow-privileged-containers",
  title: "No privileged containers",
  description: "Privileged containers have no walls to their node.",
  severity: "high",
  match: workloads,
  kyverno: { rule: "privileged-containers" },
  *check({ object }) {
    for (const container of containers(object)) {
      if (container.securityContext?.privileged === true)
        yield violation(`container <${container.name}> may not be privileged`, container);
    }
  },
});

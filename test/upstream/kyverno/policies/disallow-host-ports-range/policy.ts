import { containers, policy, violation, workloads } from "@policyc/sdk";

export default policy({
  name: "disallow-host-ports-range",
  title: "Host ports in a range",
  description: "Containers may use the host ports 5000 to 6000 only.",
  severity: "medium",
  match: workloads,
  kyverno: { rule: "host-port-range" },
  *check({ object }) {
    for (const container of containers(object)) {
      for (const { hostPort = 0 } of container.ports ?? []) {
        if (hostPort !== 0 && (hostPort < 5000 || hostPort > 6000))
          yield violation(`container <${container.name}> may not use the host port ${hostPort}`);
      }
    }
  },
});

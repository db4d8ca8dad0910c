import { containers, podSpec, policy, violation, workloads } from "@policyc/sdk";

export default policy({
  name: "disallow-host-process",
  title: "No HostProcess containers",
  description: "Windows containers may not run as processes of the host.",
  severity: "high",
  match: workloads,
  kyverno: { rule: "host-process-containers" },
  *check({ object }) {
    if (podSpec(object).securityContext?.windowsOptions?.hostProcess === true)
      yield violation("the pod may not be of HostProcess containers");
    for (const container of containers(object)) {
      if (container.securityContext?.windowsOptions?.hostProcess === true)
        yield violation(`container <${container.name}> may not be a HostProcess container`, container);
    }
  },
});

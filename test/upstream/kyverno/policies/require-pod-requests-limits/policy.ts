import { appContainers, initContainers, policy, violation, workloads } from "@policyc/sdk";

export default policy({
  name: "require-requests-limits",
  title: "Requests and limits",
  description: "Containers and init containers must request CPU and memory, and limit their memory.",
  severity: "medium",
  match: workloads,
  kyverno: { rule: "validate-resources" },
  *check({ object }) {
    for (const container of [...appContainers(object), ...initContainers(object)]) {
      const { requests = {}, limits = {} } = container.resources ?? {};
      if ((requests["cpu"] ?? "") === "")
        yield violation(`container <${container.name}> requests no CPU`, container);
      if ((requests["memory"] ?? "") === "")
        yield violation(`container <${container.name}> requests no memory`, container);
      if ((limits["memory"] ?? "") === "")
        yield violation(`container <${container.name}> has no memory limit`, container);
    }
  },
});

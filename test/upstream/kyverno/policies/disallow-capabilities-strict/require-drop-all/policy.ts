import { containers, policy, violation, workloads } from "@policyc/sdk";

export default policy({
  name: "disallow-capabilities-strict-drop",
  title: "Capabilities are dropped",
  description: "Every container must drop all capabilities.",
  severity: "medium",
  match: workloads,
  kyverno: { policy: "disallow-capabilities-strict", rule: "require-drop-all" },
  *check({ object }) {
    for (const container of containers(object)) {
      if (!(container.securityContext?.capabilities?.drop ?? []).includes("ALL"))
        yield violation(`container <${container.name}> must drop ALL capabilities`, container);
    }
  },
});

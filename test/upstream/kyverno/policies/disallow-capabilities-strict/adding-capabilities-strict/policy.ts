import { containers, policy, violation, workloads } from "@policyc/sdk";

export default policy({
  name: "disallow-capabilities-strict-add",
  title: "No capabilities but one",
  description: "A container may add no capability but NET_BIND_SERVICE.",
  severity: "medium",
  match: workloads,
  kyverno: { policy: "disallow-capabilities-strict", rule: "adding-capabilities-strict" },
  *check({ object }) {
    for (const container of containers(object)) {
      for (const capability of container.securityContext?.capabilities?.add ?? []) {
        if (capability !== "NET_BIND_SERVICE")
          yield violation(
            `container <${container.name}> may not add the capability <${capability}>`,
            container,
          );
      }
    }
  },
});

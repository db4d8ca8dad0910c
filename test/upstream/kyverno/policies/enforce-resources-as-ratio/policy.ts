import { appContainers, milliValue, policy, violation, workloads } from "@policyc/sdk";

export default policy({
  name: "enforce-resources-as-ratio",
  title: "Memory limits near the requests",
  description: "The memory limit of a container may be two and a half times its request at most.",
  severity: "medium",
  match: workloads,
  kyverno: { rule: "check-memory-requests-limits" },
  *check({ object }) {
    for (const container of appContainers(object)) {
      const limit = container.resources?.limits?.["memory"] ?? "0";
      // As Kyverno's policy has it: hardly anything where nothing is requested, so that the limit alone is too much.
      const request = container.resources?.requests?.["memory"] ?? "1m";
      if (milliValue(limit) > 2.5 * milliValue(request))
        yield violation(
          `container <${container.name}> limits its memory to <${limit}>, more than 2.5 times <${request}>`,
          container,
        );
    }
  },
});

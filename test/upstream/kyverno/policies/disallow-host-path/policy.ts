import { podSpec, policy, violation, workloads } from "@policyc/sdk";

export default policy({
  name: "disallow-host-path",
  title: "No host paths",
  description: "Pods may not mount folders of their node.",
  severity: "high",
  match: workloads,
  kyverno: { rule: "host-path" },
  *check({ object }) {
    for (const volume of podSpec(object).volumes ?? []) {
      if (volume.hostPath !== undefined)
        yield violation(`the hostPath volume <${volume.name}> is not allowed`, volume);
    }
  },
});

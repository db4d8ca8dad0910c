import { containers, policy, violation, workloads } from "@policyc/sdk";

export default policy({
  name: "disallow-helm-tiller",
  title: "No Helm Tiller",
  description:
    "Tiller, the server of Helm 2, accepts commands from whoever reaches it: no container may run it.",
  severity: "medium",
  match: workloads,
  kyverno: { rule: "validate-helm-tiller" },
  *check({ object }) {
    for (const container of containers(object)) {
      if ((container.image ?? "").includes("tiller"))
        yield violation(`container <${container.name}> runs Helm Tiller`, container);
    }
  },
});

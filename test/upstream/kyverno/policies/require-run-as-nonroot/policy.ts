import { containers, podSpec, policy, workloads } from "@policyc/sdk";

export default policy({
  name: "require-run-as-nonroot",
  title: "No root",
  description:
    "Containers must not run as root: the pod says so and no container otherwise, or each container does.",
  severity: "medium",
  match: workloads,
  kyverno: { rule: "run-as-non-root" },
  require: ({ object }) => {
    const byPod = podSpec(object).securityContext?.runAsNonRoot === true;
    return containers(object).every(
      ({ securityContext }) => (securityContext?.runAsNonRoot ?? byPod) === true,
    );
  },
  message: "runAsNonRoot must be true for the pod, or for each container",
});

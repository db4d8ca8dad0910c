import { containers, podSpec, policy, workloads } from "@policyc/sdk";

export default policy({
  name: "restrict-seccomp-strict",
  title: "A seccomp profile",
  description:
    "Containers must run with a seccomp profile of the runtime or of the node: the pod says so and no container otherwise, or each container does.",
  severity: "medium",
  match: workloads,
  kyverno: { rule: "check-seccomp-strict" },
  require: ({ object }) => {
    const ofPod = podSpec(object).securityContext?.seccompProfile?.type ?? "Unconfined";
    return containers(object).every(({ securityContext }) =>
      ["RuntimeDefault", "Localhost"].includes(securityContext?.seccompProfile?.type ?? ofPod),
    );
  },
  message: "seccompProfile.type must be RuntimeDefault or Localhost for the pod, or for each container",
});

import { containers, policy, workloads } from "@policyc/sdk";

export default policy({
  name: "require-qos-burstable",
  title: "Burstable at least",
  description:
    "A container of the pod must request or limit something, so that its quality of service is not BestEffort.",
  severity: "medium",
  match: workloads,
  kyverno: { rule: "burstable" },
  require: ({ object }) =>
    containers(object).some(
      ({ resources }) => resources?.requests !== undefined || resources?.limits !== undefined,
    ),
  message: "at least one container must define requests or limits",
});

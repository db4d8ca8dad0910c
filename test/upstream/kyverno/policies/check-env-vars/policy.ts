import { appContainers, policy, violation, workloads } from "@policyc/sdk";

export default policy({
  name: "check-env-vars",
  title: "OPA stays on",
  description: "A container may not turn OPA off by its environment.",
  severity: "medium",
  match: workloads,
  kyverno: { rule: "check-disable-opa" },
  *check({ object }) {
    for (const container of appContainers(object)) {
      for (const variable of container.env ?? []) {
        if (variable.name === "DISABLE_OPA" && variable.value === "true")
          yield violation(`container <${container.name}> sets DISABLE_OPA`, variable);
      }
    }
  },
});

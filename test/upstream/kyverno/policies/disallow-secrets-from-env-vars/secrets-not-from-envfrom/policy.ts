import { appContainers, policy, violation, workloads } from "@policyc/sdk";

export default policy({
  name: "secrets-not-from-envfrom",
  title: "No environments from Secrets",
  description: "The environment of a container may not be made from a Secret.",
  severity: "medium",
  match: workloads,
  kyverno: { policy: "secrets-not-from-env-vars", rule: "secrets-not-from-envfrom" },
  *check({ object }) {
    for (const container of appContainers(object)) {
      for (const source of container.envFrom ?? []) {
        if (source.secretRef !== undefined)
          yield violation(`container <${container.name}> takes its environment from a Secret`, source);
      }
    }
  },
});

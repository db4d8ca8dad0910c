import { appContainers, policy, violation, workloads } from "@policyc/sdk";

export default policy({
  name: "secrets-not-from-env-vars",
  title: "No Secrets in environment variables",
  description: "Secrets must be mounted: environment variables end up in logs.",
  severity: "medium",
  match: workloads,
  *check({ object }) {
    for (const container of appContainers(object)) {
      for (const variable of container.env ?? []) {
        if (variable.valueFrom?.secretKeyRef !== undefined)
          yield violation(
            `container <${container.name}> has a Secret in its variable <${variable.name}>`,
            variable,
          );
      }
    }
  },
});

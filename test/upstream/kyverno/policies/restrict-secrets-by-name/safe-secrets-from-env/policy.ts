import { containers, policy, violation, workloads } from "@policyc/sdk";

export default policy({
  name: "restrict-secrets-by-name-env",
  title: "Safe Secrets in variables",
  description: "Environment variables may come from Secrets only whose name begins with `safe-`.",
  severity: "medium",
  match: workloads,
  kyverno: { policy: "restrict-secrets-by-name", rule: "safe-secrets-from-env" },
  *check({ object }) {
    for (const container of containers(object)) {
      for (const { name, valueFrom } of container.env ?? []) {
        const secret = valueFrom?.secretKeyRef;
        if (secret !== undefined && !(secret.name ?? "").startsWith("safe-"))
          yield violation(
            `the variable <${name}> of container <${container.name}> is from the Secret <${secret.name ?? ""}>`,
          );
      }
    }
  },
});

import { containers, policy, violation, workloads } from "@policyc/sdk";

export default policy({
  name: "restrict-secrets-by-name-envfrom",
  title: "Safe Secrets as environments",
  description: "Environments may come from Secrets only whose name begins with `safe-`.",
  severity: "medium",
  match: workloads,
  kyverno: { policy: "restrict-secrets-by-name", rule: "safe-secrets-from-envfrom" },
  *check({ object }) {
    for (const container of containers(object)) {
      for (const { secretRef } of container.envFrom ?? []) {
        if (secretRef !== undefined && !(secretRef.name ?? "").startsWith("safe-"))
          yield violation(
            `the environment of container <${container.name}> is from the Secret <${secretRef.name ?? ""}>`,
          );
      }
    }
  },
});

import { podSpec, policy, violation, workloads } from "@policyc/sdk";

export default policy({
  name: "restrict-secrets-by-name-volumes",
  title: "Safe Secrets in volumes",
  description: "Volumes may hold Secrets only whose name begins with `safe-`.",
  severity: "medium",
  match: workloads,
  kyverno: { policy: "restrict-secrets-by-name", rule: "safe-secrets-from-volumes" },
  *check({ object }) {
    for (const { name, secret } of podSpec(object).volumes ?? []) {
      if (secret !== undefined && !(secret.secretName ?? "").startsWith("safe-"))
        yield violation(`the volume <${name}> holds the Secret <${secret.secretName ?? ""}>`);
    }
  },
});

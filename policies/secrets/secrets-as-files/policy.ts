import { containers, globMatches, parameters, policy, violation, workloads } from "@policyc/sdk";

interface Params {
  /** Secrets that may be environment variables, because a program cannot read files; `*` and `?` are wildcards. */
  allowedSecrets?: string[];
}

export default policy({
  name: "secrets-as-files",
  title: "Secrets are files, not environment variables",
  description:
    "Containers must mount Secrets as volumes; `secretKeyRef` and `secretRef` put them into the environment.",
  rationale:
    "The environment is inherited by every child process, written into crash reports and debug pages, and keeps the old value when the Secret is rotated.",
  remediation: "Mount the Secret as a volume and tell the program its path, as `DB_PASSWORD_FILE` does.",
  severity: "medium",
  controls: [
    "CIS-2.0/5.4.1",
    "NIST-800-190/4.1.4",
    "OWASP-K8S-2022/K08",
    "OWASP-K8S-2025/K03",
    "MITRE-ATTACK-16/T1552",
    "NSA-CISA-1.2/secrets",
  ],
  rollout: { difficulty: "high", effect: "medium", load: "low" },
  match: workloads,
  params: parameters<Params>({}),
  *check({ object, params }) {
    for (const container of containers(object)) {
      for (const { name, valueFrom } of container.env ?? []) {
        const secret = valueFrom?.secretKeyRef;
        if (secret !== undefined && !isAllowed(secret.name ?? "", params)) {
          yield violation(
            `container <${container.name}> has Secret <${secret.name ?? ""}> in env ${name}`,
            container,
          );
        }
      }
      for (const { secretRef } of container.envFrom ?? []) {
        if (secretRef !== undefined && !isAllowed(secretRef.name ?? "", params)) {
          yield violation(
            `container <${container.name}> has all of Secret <${secretRef.name ?? ""}> in its environment`,
            container,
          );
        }
      }
    }
  },
});

function isAllowed(secret: string, params: Params): boolean {
  return (params.allowedSecrets ?? []).some((pattern) => globMatches(pattern, secret));
}

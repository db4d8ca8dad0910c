import { type Integer, parameters, podSpec, policy, violation, workloads } from "@policyc/sdk";
import { isPodUpdate } from "../../modules/pod-update.js";

interface Params {
  /**
   * The longest life of a token, in seconds.
   * @minimum 600
   */
  maxSeconds: Integer;
}

export default policy({
  name: "projected-token-lifetime",
  title: "Projected tokens end soon",
  description: "A `serviceAccountToken` of a projected volume must expire within the given time.",
  rationale:
    "The kubelet renews a token before it ends, so that a short life costs nothing; one that was stolen is good until it ends, since nobody can revoke it while the pod lives.",
  remediation: "Remove `expirationSeconds` (an hour is the default), or set it to the bound at most.",
  severity: "medium",
  controls: [
    "NSA-CISA-1.2/service-account-tokens",
    "NIST-800-53-5/IA-5",
    "OWASP-K8S-2022/K06",
    "OWASP-K8S-2025/K09",
    "MITRE-ATTACK-16/T1528",
    "MITRE-ATTACK-16/T1550.001",
  ],
  rollout: { difficulty: "low", effect: "medium", load: "low" },
  match: workloads,
  params: parameters<Params>({ maxSeconds: 86400 }),
  *check({ object, params, request }) {
    if (isPodUpdate(object, request)) return;
    for (const volume of podSpec(object).volumes ?? []) {
      for (const { serviceAccountToken } of volume.projected?.sources ?? []) {
        const seconds = serviceAccountToken?.expirationSeconds ?? 3600;
        if (seconds > params.maxSeconds)
          yield violation(
            `volume <${volume.name}> has a token of ${seconds} seconds, more than ${params.maxSeconds}`,
            volume,
          );
      }
    }
  },
});

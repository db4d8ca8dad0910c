import { containers, Pod, policy, violation } from "@policyc/sdk";
import { flagsOf, flagValue, runs } from "../../modules/flags.js";

export default policy({
  name: "api-server-token-lifetime",
  title: "Mounted tokens end after an hour",
  description:
    "kube-apiserver must not extend the life of the service-account tokens that are mounted into pods, which it does by default.",
  rationale:
    "A mounted token says an hour, but the API server makes it a year for clients that never read it again: a stolen one is as good as one that never ends.",
  remediation:
    "Set `--service-account-extend-token-expiration=false`. Look for the annotation `authentication.k8s.io/stale-token` in the audit log first: it names the clients that would stop.",
  severity: "low",
  controls: [
    "CIS-2.0/1.2.30",
    "NSA-CISA-1.2/service-account-tokens",
    "NIST-800-53-5/IA-5",
    "OWASP-K8S-2022/K06",
    "OWASP-K8S-2025/K09",
    "MITRE-ATTACK-16/T1528",
    "MITRE-ATTACK-16/T1550.001",
  ],
  rollout: { difficulty: "medium", effect: "medium", load: "low" },
  match: [Pod],
  *check({ object }) {
    for (const container of containers(object).filter((one) => runs(one, "kube-apiserver"))) {
      if (flagValue(flagsOf(container), "service-account-extend-token-expiration") !== "false") {
        yield violation(
          "kube-apiserver makes mounted tokens last a year: --service-account-extend-token-expiration is not false",
          container,
        );
      }
    }
  },
});

import { containers, Pod, policy } from "@policyc/sdk";
import { weakAuthentication } from "../../modules/control-plane/authentication.js";
import { flagsOf, runs } from "../../modules/flags.js";

export default policy({
  name: "api-server-authentication",
  title: "The API server knows who is asking",
  description:
    "kube-apiserver must refuse anonymous requests, passwords and static tokens, check client certificates and service account tokens, and authenticate to kubelets and check theirs.",
  rationale:
    "Whoever is not known cannot be authorized or found in the audit log; a static token cannot be revoked without a restart, and an unchecked kubelet may be anybody on the network.",
  remediation:
    "Set `--anonymous-auth=false` (or allow `/livez`, `/readyz` and `/healthz` alone in `--authentication-config`), remove `--token-auth-file`, and give the certificate flags.",
  severity: "critical",
  controls: [
    "CIS-2.0/1.2.1",
    "CIS-2.0/1.2.2",
    "CIS-2.0/1.2.4",
    "CIS-2.0/1.2.5",
    "CIS-2.0/1.2.21",
    "CIS-2.0/1.2.22",
    "CIS-2.0/1.2.25",
    "NIST-800-53-5/IA-2",
    "NIST-800-53-5/AC-14",
    "OWASP-K8S-2022/K06",
    "NSA-CISA-1.2/control-plane",
    "NSA-CISA-1.2/authentication",
    "OWASP-K8S-2022/K09",
    "OWASP-K8S-2025/K09",
    "OWASP-K8S-2025/K07",
    "NIST-800-190/4.3.2",
  ],
  rollout: { difficulty: "medium", effect: "high", load: "low" },
  match: [Pod],
  *check({ object }) {
    for (const container of containers(object).filter((one) => runs(one, "kube-apiserver")))
      yield* weakAuthentication(flagsOf(container), container);
  },
});

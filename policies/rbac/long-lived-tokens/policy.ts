import { policy, Secret } from "@policyc/sdk";

export default policy({
  name: "long-lived-tokens",
  title: "Tokens expire",
  description: "A Secret must not be of the type kubernetes.io/service-account-token.",
  rationale:
    "The token in such a Secret never expires and is bound to no pod: it works from anywhere until the Secret is deleted.",
  remediation:
    "Use the token that the kubelet projects into the pod, or `kubectl create token` with a short duration; from outside the cluster use an identity provider.",
  severity: "high",
  controls: [
    "CIS-2.0/3.1.2",
    "NSA-CISA-1.2/service-account-tokens",
    "OWASP-K8S-2022/K06",
    "OWASP-K8S-2025/K09",
    "MITRE-ATTACK-16/T1528",
    "MITRE-ATTACK-16/T1550.001",
    "NIST-800-53-5/IA-5",
  ],
  rollout: { difficulty: "medium", effect: "medium", load: "low" },
  match: [Secret],
  require: ({ object }) => object.type !== "kubernetes.io/service-account-token",
  message: ({ object }) => `Secret <${object.metadata.name}> holds a token that never expires`,
});

import { policy, ServiceAccount } from "@policyc/sdk";

/** Makes `default` in each new namespace, without the field: to refuse that would break the namespace. */
const makers: readonly string[] = [
  "system:serviceaccount:kube-system:service-account-controller",
  "system:kube-controller-manager",
];

export default policy({
  name: "service-account-automount",
  title: "Tokens are mounted where they are wanted",
  description: "A ServiceAccount must set `automountServiceAccountToken: false`.",
  rationale:
    "Most pods never talk to the API server: a token that is mounted anyway serves only whoever breaks into them.",
  remediation:
    "Set `automountServiceAccountToken: false` on the ServiceAccount. The few workloads that need the token mount a projected one by themselves (`serviceAccountToken`, with the ConfigMap `kube-root-ca.crt`); `true` in their pod spec does too, but takes an exemption from `automount-serviceaccount-token`.",
  severity: "medium",
  controls: [
    "CIS-2.0/5.1.5",
    "CIS-2.0/5.1.6",
    "NSA-CISA-1.2/service-account-tokens",
    "OWASP-K8S-2022/K03",
    "OWASP-K8S-2025/K02",
    "OWASP-K8S-2025/K01",
    "MITRE-ATTACK-16/T1528",
  ],
  rollout: { difficulty: "medium", effect: "medium", load: "low" },
  match: [ServiceAccount],
  require: ({ object, request }) =>
    object.automountServiceAccountToken === false ||
    (object.metadata.name === "default" &&
      request.operation === "CREATE" &&
      makers.includes(request.userInfo?.username ?? "")),
  message: ({ object }) =>
    `ServiceAccount <${object.metadata.name}> does not set automountServiceAccountToken to false`,
});

import { ConfigMap, parameters, policy, violation } from "@policyc/sdk";

interface Params {
  /** Traffic between nodes must be encrypted by Cilium, where no mesh does. */
  encryption?: boolean;
}

export default policy({
  name: "cilium-config",
  title: "Cilium enforces policies",
  description:
    "The ConfigMap `cilium-config` must not turn the enforcement of policies off or into an audit, and must not let Hubble talk without TLS; where that is asked for, it must encrypt what goes between nodes.",
  rationale:
    "With `enable-policy: never` or in audit mode every NetworkPolicy of the cluster is there, and none of them denies anything.",
  remediation:
    "Set `policyEnforcementMode: default` (or `always`) and `policyAuditMode: false` in the chart's values, leave `hubble.tls` on, and set `encryption.enabled: true` with WireGuard or IPsec.",
  severity: "high",
  controls: [
    "CIS-2.0/5.3.2",
    "NSA-CISA-1.2/network-separation",
    "NSA-CISA-1.2/encryption",
    "NIST-800-53-5/SC-7",
    "NIST-800-53-5/SC-8",
    "OWASP-K8S-2022/K07",
    "OWASP-K8S-2025/K05",
    "MITRE-ATTACK-16/T1562.001",
    "NIST-800-190/4.3.5",
  ],
  rollout: { difficulty: "medium", effect: "high", load: "low" },
  match: [ConfigMap],
  params: parameters<Params>({ encryption: false }),
  *check({ object, params }) {
    if (object.metadata.name !== "cilium-config") return;
    const data = object.data ?? {};
    if (data["enable-policy"] === "never")
      yield violation("Cilium enforces no policy: enable-policy is never", data);
    if (data["policy-audit-mode"] === "true")
      yield violation("Cilium denies nothing, and reports alone: policy-audit-mode is true", data);
    if (data["hubble-disable-tls"] === "true")
      yield violation("Hubble tells who talks to whom in plain text: hubble-disable-tls is true", data);
    if (params.encryption === true && data["enable-wireguard"] !== "true" && data["enable-ipsec"] !== "true")
      yield violation(
        "Cilium sends in plain text from node to node: neither enable-wireguard nor enable-ipsec",
        data,
      );
  },
});

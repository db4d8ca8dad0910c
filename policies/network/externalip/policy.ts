import { parameters, policy, Service, violation } from "@policyc/sdk";

interface Params {
  /** The external IP addresses that a Service may have. */
  allowedIPs?: string[];
}

export default policy({
  name: "externalip",
  title: "External IPs",
  description: "A Service may only have external IPs from the list.",
  rationale:
    "With an external IP of its own choice a Service takes over traffic that is meant for others (CVE-2020-8554).",
  remediation: "Remove the address from `spec.externalIPs`, or have it added to the list.",
  severity: "high",
  controls: ["NSA-CISA-1.2/network-separation", "MITRE-ATTACK-16/T1557", "NIST-800-53-5/SC-7"],
  rollout: { difficulty: "low", effect: "high", load: "low" },
  match: [Service],
  gatekeeper: { kind: "K8sExternalIPs" },
  params: parameters<Params>({ allowedIPs: [] }),
  *check({ object, params }) {
    const allowed = params.allowedIPs ?? [];
    const forbidden = (object.spec.externalIPs ?? []).filter((address) => !allowed.includes(address));
    if (forbidden.length > 0) {
      yield violation(`service has forbidden external IPs: ${forbidden.join(", ")}`, object.spec);
    }
  },
});

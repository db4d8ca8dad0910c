import { NetworkPolicy, type NetworkPolicyEgressRule, policy, violation } from "@policyc/sdk";
import { isOnlyDns, isWideRange } from "../../modules/network-peers.js";

export default policy({
  name: "egress-to-anywhere",
  title: "No egress to the whole internet",
  description:
    "An egress rule of a NetworkPolicy must say where to: neither 0.0.0.0/0 or ::/0 (nor any range that wide), nor ports alone.",
  rationale:
    "What may talk to any address can fetch the attacker's tools and send him the data, and reach the cloud's metadata service.",
  remediation:
    "List the ranges or the pods that are needed in `to`. Lead the rest through an egress gateway or proxy that knows names.",
  severity: "high",
  controls: [
    "NSA-CISA-1.2/network-separation",
    "NSA-CISA-1.2/cloud-metadata",
    "OWASP-K8S-2022/K07",
    "NIST-800-190/4.4.2",
    "NIST-800-53-5/SC-7",
  ],
  rollout: { difficulty: "high", effect: "high", load: "medium" },
  match: [NetworkPolicy],
  *check({ object }) {
    for (const rule of object.spec.egress ?? []) {
      for (const peer of rule.to ?? []) {
        const cidr = peer.ipBlock?.cidr;
        if (cidr !== undefined && isWideRange(cidr))
          yield violation(`NetworkPolicy <${object.metadata.name}> allows egress to ${cidr}`, peer);
      }
      if (namesPortsAlone(rule))
        yield violation(`NetworkPolicy <${object.metadata.name}> allows egress to any address`, rule);
    }
  },
});

/** A rule without ports is one that allows everything, and DNS is a matter of its own: other policies say so. */
function namesPortsAlone({ to, ports }: NetworkPolicyEgressRule): boolean {
  return (to ?? []).length === 0 && (ports ?? []).length > 0 && !isOnlyDns(ports ?? []);
}

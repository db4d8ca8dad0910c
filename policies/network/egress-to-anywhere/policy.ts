import { NetworkPolicy, type NetworkPolicyEgressRule, policy, violation } from "@policyc/sdk";
import { isOnlyDns, isWideRange } from "../../modules/network-peers.js";

export default policy({
  name: "egress-to-anywhere",
  title: "No egress to the whole internet",
  description:
    "An egress rule of a NetworkPolicy must say where to: neither 0.0.0.0/0 or ::/0 (nor any range that wide), nor ports alone, nor the address of the cloud's metadata service.",
  rationale:
    "What may talk to any address can fetch the attacker's tools and send him the data, and reach the cloud's metadata service.",
  remediation:
    "List the ranges or the pods that are needed in `to`. Lead the rest through an egress gateway or proxy that knows names.",
  severity: "high",
  controls: [
    "NSA-CISA-1.2/network-separation",
    "NSA-CISA-1.2/cloud-metadata",
    "OWASP-K8S-2022/K07",
    "OWASP-K8S-2025/K05",
    "OWASP-K8S-2025/K08",
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
        if (cidr !== undefined && reachesMetadata(cidr, peer.ipBlock?.except ?? []))
          yield violation(
            `NetworkPolicy <${object.metadata.name}> allows egress to the cloud's metadata service: ${cidr}`,
            peer,
          );
      }
      if (namesPortsAlone(rule))
        yield violation(`NetworkPolicy <${object.metadata.name}> allows egress to any address`, rule);
    }
  },
});

/**
 * Is the address of the metadata service (AWS, Azure, Google and others; AWS over IPv6) in the range, other than by
 * its width? Of the link-local addresses others are harmless: 169.254.20.10 is a node's DNS cache.
 */
function reachesMetadata(cidr: string, except: readonly string[]): boolean {
  return (
    ["169.254.169.", "169.254.0.0/", "fd00:ec2::254/"].some((prefix) => cidr.startsWith(prefix)) &&
    !except.some((range) => range.startsWith("169.254.169.254/"))
  );
}

/** A rule without ports is one that allows everything, and DNS is a matter of its own: other policies say so. */
function namesPortsAlone({ to, ports }: NetworkPolicyEgressRule): boolean {
  return (to ?? []).length === 0 && (ports ?? []).length > 0 && !isOnlyDns(ports ?? []);
}

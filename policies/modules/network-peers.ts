import { type NetworkPolicyPort, parseInteger } from "@policyc/sdk";

/** The shortest prefixes that still name somebody: an IPv4 /8 is the largest private network, an IPv6 /16 a whole registry's. */
const shortest = { v4: 8, v6: 16 } as const;

/**
 * Is the range so wide that it names nobody? `0.0.0.0/0` and `::/0` are, and so are their halves, which together are
 * the same.
 */
export function isWideRange(cidr: string): boolean {
  const length = parseInteger(cidr.split("/")[1] ?? "");
  return length !== undefined && length < (cidr.includes(":") ? shortest.v6 : shortest.v4);
}

/** Is this a rule for DNS and nothing else? Names of ports are those of the pods: CoreDNS calls them `dns` and `dns-tcp`. */
export function isOnlyDns(ports: readonly NetworkPolicyPort[]): boolean {
  return ports.length > 0 && ports.every(isDns);
}

function isDns({ port, endPort }: NetworkPolicyPort): boolean {
  return (port === 53 || port === "dns" || port === "dns-tcp") && (endPort === undefined || endPort === 53);
}

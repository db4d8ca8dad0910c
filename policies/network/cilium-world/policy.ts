import { type LabelSelector, policy, type Violation, violation } from "@policyc/sdk";
import { namespaceKeys } from "../../modules/cilium/default-deny.js";
import {
  CiliumClusterwideNetworkPolicy,
  CiliumNetworkPolicy,
  type CiliumPolicySpec,
  type CiliumPorts,
  type CiliumRule,
} from "../../modules/cilium/network-policy.js";
import { isWideRange } from "../../modules/network-peers.js";

/** Entities that hold everybody outside, or everybody. */
const everybody: readonly string[] = ["all", "world", "world-ipv4", "world-ipv6"];

export default policy({
  name: "cilium-world",
  title: "Cilium policies restrict something",
  description:
    "A Cilium policy must not allow the entities `all` and `world`, the pods of every namespace, ranges as wide as 0.0.0.0/0, or every DNS name, and must not switch the default deny off.",
  rationale:
    "Allow rules add up: one that names the world takes back what all others deny. With `enableDefaultDeny` off a policy allows and denies nothing.",
  remediation:
    "Name endpoints, narrow ranges or DNS names (`toFQDNs`), and leave `enableDefaultDeny` to its default.",
  severity: "high",
  controls: [
    "CIS-2.0/5.3.2",
    "NSA-CISA-1.2/network-separation",
    "OWASP-K8S-2022/K07",
    "OWASP-K8S-2025/K05",
    "NIST-800-190/4.4.2",
    "NIST-800-53-5/SC-7",
  ],
  rollout: { difficulty: "medium", effect: "high", load: "medium" },
  match: [CiliumNetworkPolicy, CiliumClusterwideNetworkPolicy],
  *check({ object }) {
    const name = `${object.kind} <${object.metadata.name}>`;
    for (const spec of [...(object.spec === undefined ? [] : [object.spec]), ...(object.specs ?? [])]) {
      yield* tooWide(name, spec);
      const isClusterwide = object.kind === "CiliumClusterwideNetworkPolicy";
      for (const rule of spec.ingress ?? []) {
        const letsIn = (rule.fromEndpoints ?? []).some((one) => isEveryNamespace(one, isClusterwide));
        // A policy for nodes lets the cluster in: that is who talks to them.
        const isForPods = spec.endpointSelector !== undefined;
        const letsAllIn = letsIn || (isForPods && (rule.fromEntities ?? []).includes("cluster"));
        // The cluster's resolver is for every namespace.
        if (letsAllIn && !isOnlyDns(rule.toPorts ?? []))
          yield violation(`${name} lets in the pods of every namespace`, rule);
      }
      if (spec.enableDefaultDeny?.ingress === false)
        yield violation(`${name} switches the default deny of ingress off`, spec);
      if (spec.enableDefaultDeny?.egress === false)
        yield violation(`${name} switches the default deny of egress off`, spec);
    }
  },
});

/** An empty selector is the policy's own namespace, or everything where it has none. */
function isEveryNamespace(
  { matchLabels = {}, matchExpressions = [] }: LabelSelector,
  isClusterwide: boolean,
): boolean {
  return (
    Object.keys(matchLabels).length === 0 &&
    (isClusterwide || matchExpressions.length > 0) &&
    matchExpressions.every(
      ({ key, operator }) => namespaceKeys.includes(key) && (operator === "Exists" || operator === "NotIn"),
    )
  );
}

function* tooWide(name: string, spec: CiliumPolicySpec): Iterable<Violation> {
  for (const rule of spec.ingress ?? []) {
    for (const source of sources(rule)) yield violation(`${name} lets in ${source}`, rule);
    if (namesPorts(rule) && !namesSource(rule))
      yield violation(`${name} lets in everybody on its ports`, rule);
  }
  for (const rule of spec.egress ?? []) {
    for (const destination of destinations(rule))
      yield violation(`${name} allows egress to ${destination}`, rule);
    if (namesPorts(rule) && !namesDestination(rule))
      yield violation(`${name} allows egress to any address on its ports`, rule);
  }
}

function isOnlyDns(lists: readonly CiliumPorts[]): boolean {
  return lists.length > 0 && lists.every(({ ports = [] }) => ports.length > 0 && ports.every(isDnsPort));
}

function isDnsPort({ port, endPort = 0 }: { port?: string; endPort?: number }): boolean {
  return (port === "53" || port === "dns" || port === "dns-tcp") && endPort === 0;
}

/** A rule without ports and peers allows nothing; one with ports alone allows them for everybody. */
function namesPorts({ toPorts, icmps }: CiliumRule): boolean {
  return (toPorts ?? []).length > 0 || (icmps ?? []).length > 0;
}

function namesSource(rule: CiliumRule): boolean {
  return (
    rule.fromEndpoints !== undefined ||
    rule.fromRequires !== undefined ||
    rule.fromEntities !== undefined ||
    rule.fromCIDR !== undefined ||
    rule.fromCIDRSet !== undefined ||
    rule.fromGroups !== undefined ||
    rule.fromNodes !== undefined
  );
}

function namesDestination(rule: CiliumRule): boolean {
  return (
    rule.toEndpoints !== undefined ||
    rule.toRequires !== undefined ||
    rule.toEntities !== undefined ||
    rule.toCIDR !== undefined ||
    rule.toCIDRSet !== undefined ||
    rule.toServices !== undefined ||
    rule.toFQDNs !== undefined ||
    rule.toGroups !== undefined ||
    rule.toNodes !== undefined
  );
}

function sources(rule: CiliumRule): string[] {
  return [
    ...(rule.fromEntities ?? []).filter((entity) => everybody.includes(entity)),
    ...(rule.fromCIDR ?? []).filter((cidr) => isWideRange(cidr)),
    ...(rule.fromCIDRSet ?? []).map(({ cidr }) => cidr ?? "").filter((cidr) => isWideRange(cidr)),
  ];
}

function destinations(rule: CiliumRule): string[] {
  return [
    ...(rule.toEntities ?? []).filter((entity) => everybody.includes(entity)),
    ...(rule.toCIDR ?? []).filter((cidr) => isWideRange(cidr)),
    ...(rule.toCIDRSet ?? []).map(({ cidr }) => cidr ?? "").filter((cidr) => isWideRange(cidr)),
    ...(rule.toFQDNs ?? [])
      .map(({ matchPattern }) => matchPattern ?? "")
      .filter((pattern) => /^[*.]+$/.test(pattern)),
  ];
}

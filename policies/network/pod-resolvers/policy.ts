import { parameters, podSpec, policy, violation, workloads } from "@policyc/sdk";
import { isPodUpdate } from "../../modules/pod-update.js";

interface Params {
  /** Addresses of the resolvers that a pod may ask; where it is left out, any private address. */
  resolvers?: string[];
}

/** Those of private networks (RFC 1918, 6598, 4193), of the link, and of the pod itself. */
const privateAddress =
  /^(10\.|127\.|169\.254\.|192\.168\.|172\.(1[6-9]|2[0-9]|3[01])\.|100\.(6[4-9]|[7-9][0-9]|1[01][0-9]|12[0-7])\.|[fF][cCdD][0-9a-fA-F]{2}:|[fF][eE]80:|::1$)/;

export default policy({
  name: "pod-resolvers",
  title: "Pods ask the cluster's resolver",
  description:
    "Pods must not bring a resolver of their own that is not listed (by default: that has a public address), nor take the node's.",
  rationale:
    "Who asks past the cluster's resolver asks past its log and its filters: names carry data out, and answers lead to the attacker. Policies by name (Cilium's `toFQDNs`) do not see the answers.",
  remediation:
    "Remove `dnsPolicy` and `dnsConfig.nameservers`; let the cluster's resolver forward the zones that another one knows.",
  severity: "medium",
  controls: [
    "NSA-CISA-1.2/network-separation",
    "OWASP-K8S-2022/K07",
    "OWASP-K8S-2025/K05",
    "NIST-800-190/4.4.2",
    "NIST-800-53-5/SC-7",
    "MITRE-ATTACK-16/T1557",
  ],
  rollout: { difficulty: "low", effect: "medium", load: "low" },
  match: workloads,
  params: parameters<Params>({}),
  *check({ object, params, request }) {
    if (isPodUpdate(object, request)) return;
    const spec = podSpec(object);
    for (const address of spec.dnsConfig?.nameservers ?? []) {
      const isKnown = params.resolvers?.includes(address) ?? privateAddress.test(address);
      if (!isKnown)
        yield violation(`the pod asks ${address} for names, not the cluster's resolver`, spec.dnsConfig);
    }
    // On the node's network it is what a pod gets that says nothing.
    if (spec.dnsPolicy === "Default" && spec.hostNetwork !== true)
      yield violation("the pod asks the node's resolver for names: dnsPolicy is Default", spec);
  },
});

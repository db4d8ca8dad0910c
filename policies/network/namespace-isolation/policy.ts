import { NetworkPolicy, policy, violation } from "@policyc/sdk";
import { isOnlyDns, isWideRange } from "../../modules/network-peers.js";
import { selectsAnything } from "../../modules/selects-anything.js";

export default policy({
  name: "namespace-isolation",
  title: "Namespaces are isolated",
  description:
    "A NetworkPolicy must not let in the pods of every namespace, nor every address, and must not let its pods talk to those of every namespace; but for DNS.",
  rationale:
    "An empty `namespaceSelector` selects the namespaces of tomorrow too: whoever may create a pod anywhere is inside. A `podSelector` beside it does not help, since everybody chooses the labels of his own pods.",
  remediation:
    "Select namespaces by `kubernetes.io/metadata.name`, which the API server sets and nobody can forge.",
  severity: "high",
  controls: [
    "CIS-2.0/5.3.2",
    "NSA-CISA-1.2/network-separation",
    "OWASP-K8S-2022/K07",
    "OWASP-K8S-2025/K05",
    "NIST-800-190/4.3.3",
    "NIST-800-53-5/SC-7",
  ],
  rollout: { difficulty: "medium", effect: "high", load: "low" },
  match: [NetworkPolicy],
  *check({ object }) {
    const name = `NetworkPolicy <${object.metadata.name}>`;
    for (const rule of object.spec.ingress ?? []) {
      const peers = rule.from ?? [];
      // A rule without ports either is one that allows everything: `no-allow-all` says so.
      if (peers.length === 0 && (rule.ports ?? []).length > 0)
        yield violation(`${name} lets in everybody on its ports`, rule);
      for (const peer of peers) {
        // The cluster's resolver is for every namespace.
        if (
          peer.namespaceSelector !== undefined &&
          selectsAnything(peer.namespaceSelector) &&
          !isOnlyDns(rule.ports ?? [])
        )
          yield violation(`${name} lets in every namespace`, peer);
        const cidr = peer.ipBlock?.cidr;
        if (cidr !== undefined && isWideRange(cidr)) yield violation(`${name} lets in ${cidr}`, peer);
      }
    }
    for (const { to, ports } of object.spec.egress ?? []) {
      if (isOnlyDns(ports ?? [])) continue;
      for (const peer of to ?? []) {
        if (
          peer.namespaceSelector !== undefined &&
          selectsAnything(peer.namespaceSelector) &&
          selectsAnything(peer.podSelector ?? {})
        )
          yield violation(`${name} lets its pods talk to every namespace`, peer);
      }
    }
  },
});

import { NetworkPolicy, policy, violation } from "@policyc/sdk";
import { isOnlyDns, isWideRange } from "../../modules/network-peers.js";
import { selectsAnything } from "../../modules/selects-anything.js";

export default policy({
  name: "dns-egress",
  title: "DNS goes to the cluster's resolver",
  description:
    "An egress rule for port 53 must name the resolver, by pods or by address, and not allow port 53 everywhere.",
  rationale:
    "A pod that may ask any resolver can carry data out in names, and is told what that resolver likes.",
  remediation:
    "Add `to: [{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: kube-system } }, podSelector: { matchLabels: { k8s-app: kube-dns } } }]`.",
  severity: "medium",
  controls: [
    "NSA-CISA-1.2/network-separation",
    "OWASP-K8S-2022/K07",
    "OWASP-K8S-2025/K05",
    "NIST-800-190/4.4.2",
    "NIST-800-53-5/SC-7",
  ],
  rollout: { difficulty: "low", effect: "medium", load: "low" },
  match: [NetworkPolicy],
  *check({ object }) {
    for (const rule of object.spec.egress ?? []) {
      if (!isOnlyDns(rule.ports ?? [])) continue;
      const peers = rule.to ?? [];
      const isAnywhere = peers.length === 0 || peers.some(({ ipBlock }) => isWideRange(ipBlock?.cidr ?? ""));
      // A selector of namespaces that selects all of them is fine where the pods are named: only the resolver's are.
      const isAnyPod = peers.some(
        ({ namespaceSelector, podSelector }) =>
          namespaceSelector !== undefined &&
          selectsAnything(namespaceSelector) &&
          selectsAnything(podSelector ?? {}),
      );
      if (isAnywhere || isAnyPod)
        yield violation(`NetworkPolicy <${object.metadata.name}> allows DNS to any resolver`, rule);
    }
  },
});

import { policy, violation } from "@policyc/sdk";
import { isWideRange } from "../../modules/network-peers.js";
import {
  AdminNetworkPolicy,
  BaselineAdminNetworkPolicy,
  ClusterNetworkPolicy,
  ClusterNetworkPolicyBeta,
  isAllowing,
  isAllPods,
  isForAllPorts,
} from "../../modules/network-policy-api/admin-network-policy.js";

export default policy({
  name: "admin-network-policies",
  title: "Administrators' network policies leave the decision to the namespaces",
  description:
    "A rule of an AdminNetworkPolicy, BaselineAdminNetworkPolicy or ClusterNetworkPolicy must not allow all traffic from or to the pods of every namespace, nor egress to ranges as wide as 0.0.0.0/0.",
  rationale:
    "What the administrators' tier allows is decided: no NetworkPolicy of any namespace is asked any more, and the teams that isolated their pods do not see that they are open. In the baseline it leaves everything as open as it is without one.",
  remediation:
    "Say in `from` or `to` which namespaces or pods, and on which `ports` (`protocols`). Use `action: Pass` to leave the decision to the NetworkPolicies of the namespaces.",
  severity: "high",
  controls: [
    "CIS-2.0/5.3.2",
    "NSA-CISA-1.2/network-separation",
    "OWASP-K8S-2022/K07",
    "OWASP-K8S-2025/K05",
    "NIST-800-190/4.3.3",
    "NIST-800-53-5/SC-7",
  ],
  rollout: { difficulty: "low", effect: "high", load: "low" },
  match: [AdminNetworkPolicy, BaselineAdminNetworkPolicy, ClusterNetworkPolicy, ClusterNetworkPolicyBeta],
  *check({ object }) {
    const name = `${object.kind} <${object.metadata.name}>`;
    for (const rule of (object.spec.ingress ?? []).filter(isAllowing)) {
      if (isForAllPorts(rule) && (rule.from ?? []).some(isAllPods))
        yield violation(`${name} allows all ingress`, rule);
    }
    for (const rule of (object.spec.egress ?? []).filter(isAllowing)) {
      if (isForAllPorts(rule) && (rule.to ?? []).some(isAllPods))
        yield violation(`${name} allows egress to all pods`, rule);
      for (const range of (rule.to ?? []).flatMap(({ networks }) => networks ?? [])) {
        if (isWideRange(range)) yield violation(`${name} allows egress to ${range}`, rule);
      }
    }
  },
});

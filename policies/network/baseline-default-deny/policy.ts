import { parameters, policy, violation } from "@policyc/sdk";
import {
  BaselineAdminNetworkPolicy,
  deniesAll,
  isAllPods,
} from "../../modules/network-policy-api/admin-network-policy.js";

interface Params {
  /** The directions that must be denied. */
  directions: ("ingress" | "egress")[];
}

export default policy({
  name: "baseline-default-deny",
  title: "The baseline of the cluster denies by default",
  description:
    "The BaselineAdminNetworkPolicy must apply to every namespace, but for those that it excludes, and deny ingress from all pods and egress to all pods or addresses that no rule before allows.",
  rationale:
    "It decides about all pods that no NetworkPolicy selects, and there is only one in a cluster: what it does not deny is open wherever a team has forgotten its NetworkPolicy.",
  remediation:
    "Select `namespaces: {}` as the subject, or all but some by `NotIn`, and end `ingress` and `egress` with a rule of `action: Deny` and `namespaces: {}`; allow DNS before.",
  severity: "high",
  controls: [
    "CIS-2.0/5.3.2",
    "NSA-CISA-1.2/network-separation",
    "MITRE-ATTACK-16/T1046",
    "OWASP-K8S-2022/K07",
    "OWASP-K8S-2025/K05",
    "NIST-800-190/4.3.3",
    "NIST-800-53-5/SC-7",
  ],
  rollout: { difficulty: "high", effect: "high", load: "medium" },
  match: [BaselineAdminNetworkPolicy],
  params: parameters<Params>({ directions: ["ingress", "egress"] }),
  *check({ object, params }) {
    const { subject, ingress, egress } = object.spec;
    if (!isAllPods(subject))
      yield violation("the baseline is for some pods alone, and there is no other one for the rest", subject);
    if (params.directions.includes("ingress") && !(ingress ?? []).some(deniesAll))
      yield violation("the baseline does not deny ingress from all pods", object.spec);
    if (params.directions.includes("egress") && !(egress ?? []).some(deniesAll))
      yield violation("the baseline does not deny egress to all pods or addresses", object.spec);
  },
});

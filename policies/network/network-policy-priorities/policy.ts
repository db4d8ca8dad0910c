import { inventory, isSameObject, policy, violation } from "@policyc/sdk";
import {
  AdminNetworkPolicy,
  ClusterNetworkPolicy,
  ClusterNetworkPolicyBeta,
} from "../../modules/network-policy-api/admin-network-policy.js";
import { readsOthers } from "../../modules/unreachable.js";

export default policy({
  name: "network-policy-priorities",
  title: "Administrators' network policies have an order",
  description:
    "No two AdminNetworkPolicies, and no two ClusterNetworkPolicies of one tier, may have the same priority.",
  rationale:
    "Which of them is asked first is not defined: where one allows and the other denies, an update of the network plugin, or of one of the two, may open what was closed.",
  remediation: "Give each policy a `priority` of its own; what denies has the lower number.",
  severity: "medium",
  controls: [
    "NSA-CISA-1.2/network-separation",
    "OWASP-K8S-2022/K07",
    "OWASP-K8S-2025/K05",
    "NIST-800-53-5/SC-7",
  ],
  rollout: { difficulty: "low", effect: "medium", load: "low" },
  match: [AdminNetworkPolicy, ClusterNetworkPolicy, ClusterNetworkPolicyBeta],
  unreachable: readsOthers,
  *check({ object }) {
    const name = `${object.kind} <${object.metadata.name}>`;
    const { tier, priority } = object.spec;
    // Each kind, in each version, is asked for where an object shows that the cluster has it.
    const others = [
      ...(object.kind === "AdminNetworkPolicy" ? inventory(AdminNetworkPolicy) : []),
      ...(object.apiVersion === "policy.networking.k8s.io/v1alpha2" ? inventory(ClusterNetworkPolicy) : []),
      ...(object.apiVersion === "policy.networking.k8s.io/v1beta1"
        ? inventory(ClusterNetworkPolicyBeta)
        : []),
    ];
    for (const other of others) {
      if (isSameObject(other, object) || other.spec.tier !== tier || other.spec.priority !== priority)
        continue;
      yield violation(`${name} has the priority of <${other.metadata.name}>, ${priority ?? 0}`, object.spec);
    }
  },
});

import { policy, violation } from "@policyc/sdk";
import {
  CalicoGlobalNetworkPolicy,
  CalicoNetworkPolicy,
  type CalicoRule,
  isAnybody,
  isEveryPod,
  isForAllPorts,
  StoredCalicoGlobalNetworkPolicy,
  StoredCalicoNetworkPolicy,
} from "../../modules/calico/network-policy.js";
import { isWideRange } from "../../modules/network-peers.js";

export default policy({
  name: "calico-policies",
  title: "Calico policies restrict something",
  description:
    "A NetworkPolicy or GlobalNetworkPolicy of Calico must not allow all traffic, the pods of every namespace on all ports, ranges as wide as 0.0.0.0/0, or egress to any address.",
  rationale:
    "Calico takes the first rule that matches: an `Allow` for everything ends the evaluation, and neither the policies after it nor the default deny is asked any more.",
  remediation:
    "Say in `source` or `destination` who it is, by `selector`, `namespaceSelector`, `serviceAccounts` or narrow `nets`, and on which `ports`. Use `action: Pass` to leave what is not denied to the next tier.",
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
  match: [
    CalicoNetworkPolicy,
    CalicoGlobalNetworkPolicy,
    StoredCalicoNetworkPolicy,
    StoredCalicoGlobalNetworkPolicy,
  ],
  *check({ object }) {
    const name = `${object.kind} <${object.metadata.name}>`;
    for (const rule of (object.spec?.ingress ?? []).filter(isAllowing)) {
      const { source = {}, destination = {} } = rule;
      if (isForAllPorts(rule) && isAnybody(source) && isAnybody(destination))
        yield violation(`${name} allows all ingress`, rule);
      if (isForAllPorts(rule) && isEveryPod(source, object.kind === "GlobalNetworkPolicy"))
        yield violation(`${name} lets in the pods of every namespace`, rule);
      for (const range of (source.nets ?? []).filter(isWideRange))
        yield violation(`${name} lets in ${range}`, rule);
    }
    for (const rule of (object.spec?.egress ?? []).filter(isAllowing)) {
      const { destination = {} } = rule;
      if (isAnybody(destination) && !isOnlyDns(rule))
        yield violation(`${name} allows egress to any address`, rule);
      for (const range of (destination.nets ?? []).filter(isWideRange))
        yield violation(`${name} allows egress to ${range}`, rule);
    }
  },
});

function isAllowing({ action }: CalicoRule): boolean {
  return action === "Allow";
}

/** Where DNS is asked is a matter of its own. */
function isOnlyDns({ destination }: CalicoRule): boolean {
  const ports = destination?.ports ?? [];
  return (
    ports.length > 0 &&
    ports.every((port) => port === 53 || port === "53" || port === "dns" || port === "dns-tcp")
  );
}

import { Ingress, inventory, isSameObject, policy, violation } from "@policyc/sdk";
import { readsOthers } from "../../modules/unreachable.js";

export default policy({
  name: "uniqueingresshost",
  title: "Unique Ingress host",
  description:
    "No two Ingresses of the cluster may claim the same host. Wildcards are compared as they are written.",
  rationale: "A second Ingress for a host takes over a part of its traffic, be it by mistake or on purpose.",
  remediation: "Use another host, or add the path to the Ingress that has the host already.",
  severity: "high",
  controls: ["MITRE-ATTACK-16/T1557"],
  rollout: { difficulty: "low", effect: "medium", load: "low" },
  match: [Ingress],
  gatekeeper: { kind: "K8sUniqueIngressHost" },
  unreachable: readsOthers,
  *check({ object }) {
    const others = inventory(Ingress).filter((other) => !isSameObject(other, object));
    for (const rule of object.spec.rules ?? []) {
      const host = rule.host;
      if (host === undefined) continue;
      if (others.some((other) => (other.spec.rules ?? []).some((taken) => taken.host === host))) {
        yield violation(`ingress host conflicts with an existing ingress <${host}>`, rule);
      }
    }
  },
});

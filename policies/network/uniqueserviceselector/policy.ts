import { deepEqual, inventory, isSameObject, policy, Service, violation } from "@policyc/sdk";
import { readsOthers } from "../../modules/unreachable.js";

export default policy({
  name: "uniqueserviceselector",
  title: "Unique Service selector",
  description:
    "No two Services of a namespace may have the same selector. Selectors that share some labels are fine, as long as they differ in one.",
  rationale:
    "Two Services with the same selector reach the same pods: one of them was copied and never adapted, and exposes what it should not.",
  remediation: "Give the pods behind the Service a label of their own, and select by it.",
  severity: "low",
  controls: [],
  rollout: { difficulty: "low", effect: "low", load: "low" },
  needs: "that no two of your Services mean the same pods, not even one for metrics",
  match: [Service],
  gatekeeper: { kind: "K8sUniqueServiceSelector" },
  unreachable: readsOthers,
  *check({ object }) {
    const selector = object.spec.selector ?? {};
    // Without a selector somebody else writes the endpoints: nothing is selected twice.
    if (Object.keys(selector).length === 0) return;
    for (const other of inventory(Service, { namespace: object.metadata.namespace })) {
      if (isSameObject(other, object) || !deepEqual(other.spec.selector ?? {}, selector)) continue;
      yield violation(
        `same selector as service <${other.metadata.name}> in namespace <${other.metadata.namespace ?? ""}>`,
        object.spec,
      );
    }
  },
});

import { inventory, LimitRange, Namespace, policy, violation } from "@policyc/sdk";
import { isInUse } from "../../modules/tenancy.js";
import { readsOthers } from "../../modules/unreachable.js";

export default policy({
  name: "limit-range",
  title: "Every namespace has default limits",
  description:
    "A namespace in which something runs must have a LimitRange that gives containers a default memory limit and a default memory request.",
  rationale:
    "A container without a limit can take all the memory of its node, and the kernel then kills others' first.",
  remediation:
    "Add a LimitRange with an entry of `type: Container` that sets `default` and `defaultRequest` for memory.",
  severity: "low",
  controls: ["NSA-CISA-1.2/resource-policies", "NIST-800-53-5/SC-6"],
  rollout: { difficulty: "low", effect: "low", load: "low" },
  match: { kinds: [Namespace], excludedNamespaces: ["kube-system", "kube-public", "kube-node-lease"] },
  unreachable: readsOthers,
  *check({ object }) {
    const namespace = object.metadata.name;
    if (!isInUse(namespace)) return;
    if (!inventory(LimitRange, { namespace }).some(hasDefaults))
      yield violation(`Namespace <${namespace}> has no default memory limit and request`, object.metadata);
  },
});

function hasDefaults({ spec }: LimitRange): boolean {
  return (spec?.limits ?? []).some(
    (limit) =>
      limit.type === "Container" &&
      "memory" in (limit.default ?? {}) &&
      "memory" in (limit.defaultRequest ?? {}),
  );
}

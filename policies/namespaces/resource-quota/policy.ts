import { inventory, Namespace, parameters, policy, ResourceQuota, violation } from "@policyc/sdk";
import { isInUse } from "../../modules/tenancy.js";
import { readsOthers } from "../../modules/unreachable.js";

interface Params {
  /** What the quotas of a namespace must limit together. */
  resources?: string[];
}

export default policy({
  name: "resource-quota",
  title: "Every namespace has a quota",
  description:
    "A namespace in which something runs must have ResourceQuotas that limit the listed resources.",
  rationale:
    "Without a quota one team, one loop or one attacker's miner takes the whole cluster from all others.",
  remediation: "Add a ResourceQuota to the namespace, with the listed resources under `spec.hard`.",
  severity: "medium",
  controls: ["NSA-CISA-1.2/resource-policies", "NIST-800-53-5/SC-6", "MITRE-ATTACK-16/T1496"],
  rollout: { difficulty: "medium", effect: "medium", load: "medium" },
  match: { kinds: [Namespace], excludedNamespaces: ["kube-system", "kube-public", "kube-node-lease"] },
  params: parameters<Params>({ resources: ["requests.cpu", "requests.memory", "limits.memory", "pods"] }),
  unreachable: readsOthers,
  *check({ object, params }) {
    const namespace = object.metadata.name;
    if (!isInUse(namespace)) return;
    const limited = inventory(ResourceQuota, { namespace })
      .filter(isForAllPods)
      .map(({ spec }) => spec?.hard ?? {});
    const missing = (params.resources ?? []).filter((resource) => !limited.some((hard) => resource in hard));
    if (missing.length > 0)
      yield violation(`Namespace <${namespace}> has no quota for ${missing.join(", ")}`, object.metadata);
  },
});

/** One with scopes counts some pods only, such as those of a priority class. */
function isForAllPods({ spec }: ResourceQuota): boolean {
  return (spec?.scopes ?? []).length === 0 && (spec?.scopeSelector?.matchExpressions ?? []).length === 0;
}

import { globMatches, parameters, policy, workloads } from "@policyc/sdk";

interface Params {
  /** Namespaces that workloads must keep out of; `*` at either end is a wildcard. Add `kube-system` once its add-ons are declared. */
  namespaces?: string[];
  /** Names of workloads that belong there; `*` at either end is a wildcard. */
  declared?: string[];
}

export default policy({
  name: "reserved-namespaces",
  title: "Workloads keep out of default and kube-public",
  description:
    "A workload must not run in `default`, nor in the namespaces of Kubernetes itself, unless it is declared. Where the add-ons in kube-system are declared, it is kept for them, too.",
  rationale:
    "`default` belongs to nobody: no owner, no quota, no network policy is made for it. And what runs in kube-system is trusted by everything.",
  remediation: "Give the workload a namespace of its own. Declare the add-ons that belong into kube-system.",
  severity: "medium",
  controls: ["CIS-2.0/5.6.1", "CIS-2.0/5.6.4", "NSA-CISA-1.2/network-separation", "NIST-800-190/4.3.4"],
  rollout: { difficulty: "medium", effect: "medium", load: "low" },
  match: workloads,
  params: parameters<Params>({ namespaces: ["default", "kube-public", "kube-node-lease"], declared: [] }),
  require: ({ object, params }) =>
    // A pod with an owner is judged by what made it.
    (object.metadata.ownerReferences ?? []).some(({ controller }) => controller === true) ||
    !(params.namespaces ?? []).some((pattern) => globMatches(pattern, object.metadata.namespace ?? "")) ||
    (params.declared ?? []).some((pattern) => globMatches(pattern, object.metadata.name)),
  message: ({ object }) =>
    `${object.kind} <${object.metadata.name}> must not run in ${object.metadata.namespace ?? "default"}`,
});

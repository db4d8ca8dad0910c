import {
  Deployment,
  type Integer,
  matchesSelector,
  type PodAffinityTerm,
  type PodSpec,
  parameters,
  policy,
  StatefulSet,
  type TopologySpreadConstraint,
  violation,
} from "@policyc/sdk";

interface Params {
  /** From how many replicas on they must be spread. */
  minReplicas?: Integer;
  /** The labels of nodes of which one must be spread over. */
  topologyKeys?: string[];
}

type Labels = { [key: string]: string };

export default policy({
  name: "topology-spread",
  title: "Replicas are spread",
  description:
    "The replicas of a workload must be spread over nodes or zones, by topology spread constraints or anti-affinity that select the workload's own pods.",
  rationale:
    "Replicas on one node, or in one zone, fail together. A constraint whose selector misses the pods' labels spreads nothing, and nobody is told.",
  remediation:
    "Add a topologySpreadConstraint for kubernetes.io/hostname or topology.kubernetes.io/zone, with the labels of the pod template in its labelSelector.",
  severity: "low",
  controls: ["NIST-800-53-5/SC-36"],
  rollout: { difficulty: "low", effect: "medium", load: "low" },
  match: [Deployment, StatefulSet],
  params: parameters<Params>({
    minReplicas: 2,
    topologyKeys: ["kubernetes.io/hostname", "topology.kubernetes.io/zone"],
  }),
  *check({ object, params }) {
    const { template } = object.spec;
    const labels = template.metadata?.labels ?? {};
    for (const constraint of template.spec.topologySpreadConstraints ?? []) {
      if (!selectsOwn(constraint, labels))
        yield violation(
          `the topologySpreadConstraint for ${constraint.topologyKey} selects other pods than those of ${object.kind} <${object.metadata.name}>`,
          constraint,
        );
    }
    if (params.minReplicas !== undefined && (object.spec.replicas ?? 1) < params.minReplicas) return;
    if (!isSpread(template.spec, labels, params.topologyKeys ?? []))
      yield violation(
        `${object.kind} <${object.metadata.name}> must spread its replicas over ${(params.topologyKeys ?? []).join(" or ")}`,
        object.metadata,
      );
  },
});

function isSpread(spec: PodSpec, labels: Labels, keys: readonly string[]): boolean {
  const apart = spec.affinity?.podAntiAffinity;
  return (
    (spec.topologySpreadConstraints ?? []).some(
      (one) => keys.includes(one.topologyKey) && selectsOwn(one, labels),
    ) ||
    (apart?.requiredDuringSchedulingIgnoredDuringExecution ?? []).some((term) =>
      keepsApart(term, labels, keys),
    ) ||
    (apart?.preferredDuringSchedulingIgnoredDuringExecution ?? []).some(({ podAffinityTerm }) =>
      keepsApart(podAffinityTerm, labels, keys),
    )
  );
}

/** A constraint without a selector selects nothing. */
function selectsOwn({ labelSelector }: TopologySpreadConstraint, labels: Labels): boolean {
  return labelSelector !== undefined && matchesSelector(labelSelector, labels);
}

function keepsApart(term: PodAffinityTerm, labels: Labels, keys: readonly string[]): boolean {
  return (
    keys.includes(term.topologyKey) &&
    term.labelSelector !== undefined &&
    matchesSelector(term.labelSelector, labels)
  );
}

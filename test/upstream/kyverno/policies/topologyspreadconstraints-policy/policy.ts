import { Deployment, podSpec, policy, StatefulSet, violation } from "@policyc/sdk";

export default policy({
  name: "topologyspreadconstraints-policy",
  title: "Spread over nodes and zones",
  description: "Three replicas or more must be spread over nodes and over zones.",
  severity: "medium",
  match: [Deployment, StatefulSet],
  kyverno: { rule: "spread-pods" },
  *check({ object }) {
    if ((object.spec?.replicas ?? 1) < 3) return;
    const spread = (podSpec(object).topologySpreadConstraints ?? []).filter(({ topologyKey }) =>
      ["kubernetes.io/hostname", "topology.kubernetes.io/zone"].includes(topologyKey),
    );
    if (spread.length !== 2)
      yield violation(
        "topologySpreadConstraints for kubernetes.io/hostname and topology.kubernetes.io/zone are required",
      );
  },
});

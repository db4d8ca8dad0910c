import {
  Deployment,
  HorizontalPodAutoscaler,
  type Integer,
  inventory,
  parameters,
  policy,
  ReplicaSet,
  ReplicationController,
  StatefulSet,
  violation,
} from "@policyc/sdk";
import { describedRanges, isWithinRanges, type ReplicaRange } from "../../modules/replica-ranges.js";
import { readsOthers } from "../../modules/unreachable.js";

interface Params {
  /** Whether the workload that is scaled must exist. */
  enforceScaleTargetRef?: boolean;
  /** How many replicas at least must lie between minReplicas and maxReplicas. */
  minimumReplicaSpread?: Integer;
  /** The numbers of replicas that are allowed. */
  ranges?: ReplicaRange[];
}

export default policy({
  name: "horizontalpodautoscaler",
  title: "Horizontal pod autoscalers",
  description: "An autoscaler must stay in one of the ranges, leave room to scale, and scale what exists.",
  rationale:
    "An autoscaler that cannot scale, or scales nothing, looks like a safety net until it is needed.",
  remediation:
    "Set `minReplicas` and `maxReplicas` within an allowed range and apart from each other, and name a workload of the namespace.",
  severity: "low",
  controls: [],
  rollout: { difficulty: "low", effect: "low", load: "medium" },
  match: [HorizontalPodAutoscaler],
  gatekeeper: { kind: "K8sHorizontalPodAutoscaler" },
  params: parameters<Params>({ enforceScaleTargetRef: true, minimumReplicaSpread: 1 }),
  unreachable: readsOthers,
  *check({ object, params }) {
    const name = object.metadata.name;
    const { maxReplicas, scaleTargetRef } = object.spec;
    const minReplicas = object.spec.minReplicas ?? 1;
    const { ranges, minimumReplicaSpread: spread } = params;
    if (ranges !== undefined && !isWithinRanges(minReplicas, maxReplicas, ranges)) {
      yield violation(
        `The HorizontalPodAutoscaler <${name}> minReplicas ${minReplicas} or maxReplicas ${maxReplicas} is not allowed. Allowed ranges: ${describedRanges(ranges)}`,
        object.spec,
      );
    }
    if (spread !== undefined && maxReplicas - minReplicas < spread) {
      yield violation(
        `The HorizontalPodAutoscaler <${name}> is configured with minReplicas ${minReplicas} and maxReplicas ${maxReplicas} which is a spread of ${maxReplicas - minReplicas} replica(s). The spread must be at least ${spread} replica(s)`,
        object.spec,
      );
    }
    if (params.enforceScaleTargetRef === true) {
      const namespace = object.metadata.namespace;
      const scalable = [
        ...inventory(Deployment, { namespace }).map((one) => `Deployment/${one.metadata.name}`),
        ...inventory(StatefulSet, { namespace }).map((one) => `StatefulSet/${one.metadata.name}`),
        ...inventory(ReplicaSet, { namespace }).map((one) => `ReplicaSet/${one.metadata.name}`),
        ...inventory(ReplicationController, { namespace }).map(
          (one) => `ReplicationController/${one.metadata.name}`,
        ),
      ];
      if (!scalable.includes(`${scaleTargetRef.kind}/${scaleTargetRef.name}`)) {
        yield violation(
          `The HorizontalPodAutoscaler <${name}> has a scaleTargetRef of <${scaleTargetRef.kind}/${scaleTargetRef.name}> but it does not exist. The scaleTargetRef for the HorizontalPodAutoscaler must exist`,
          object.spec,
        );
      }
    }
  },
});

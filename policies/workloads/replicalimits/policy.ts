import {
  Deployment,
  parameters,
  policy,
  ReplicaSet,
  ReplicationController,
  StatefulSet,
  violation,
} from "@policyc/sdk";
import { describedRanges, isWithinRanges, type ReplicaRange } from "../../modules/replica-ranges.js";

interface Params {
  /** The numbers of replicas that are allowed. */
  ranges?: ReplicaRange[];
}

export default policy({
  name: "replicalimits",
  title: "Numbers of replicas",
  description: "The number of replicas of a workload must be in one of the ranges.",
  rationale:
    "One replica is none while its node is drained; and a slip of a finger makes a thousand of three.",
  remediation: "Set `spec.replicas` to a number of an allowed range.",
  severity: "low",
  controls: [],
  rollout: { difficulty: "medium", effect: "low", load: "medium" },
  needs: "how many replicas your workloads may have",
  match: [Deployment, ReplicaSet, StatefulSet, ReplicationController],
  gatekeeper: { kind: "K8sReplicaLimits" },
  params: parameters<Params>({ ranges: [{ min_replicas: 2, max_replicas: 50 }] }),
  *check({ object, params }) {
    const ranges = params.ranges ?? [];
    const replicas = object.spec.replicas ?? 1;
    if (isWithinRanges(replicas, replicas, ranges)) return;
    yield violation(
      `The provided number of replicas is not allowed for ${object.kind}: ${object.metadata.name}. Allowed ranges: ${describedRanges(ranges)}`,
      object.spec,
    );
  },
});

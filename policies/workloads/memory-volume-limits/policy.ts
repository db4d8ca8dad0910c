import {
  compareQuantities,
  parameters,
  podSpec,
  policy,
  type Volume,
  violation,
  workloads,
} from "@policyc/sdk";
import { isPodUpdate } from "../../modules/pod-update.js";

interface Params {
  /**
   * The largest volume in memory, as a quantity.
   * @pattern ^([0-9]+\.?[0-9]*|\.[0-9]+)([numkMGTPE]|[KMGTPE]i|[eE][+-]?[0-9]+)?$
   */
  maximum?: string;
  /** Also volumes on the node's disk must have a limit. */
  disk?: boolean;
}

export default policy({
  name: "memory-volume-limits",
  title: "Limits for volumes in memory",
  description:
    "An emptyDir in memory must have a size limit, and not a larger one than allowed; one on disk where that is asked for.",
  rationale:
    "What is written to it counts as memory of the container; without any limit a program fills the node by writing files.",
  remediation: "Set `emptyDir.sizeLimit`.",
  severity: "low",
  controls: ["NSA-CISA-1.2/resource-policies", "NIST-800-53-5/SC-6"],
  rollout: { difficulty: "low", effect: "medium", load: "low" },
  match: workloads,
  params: parameters<Params>({ maximum: "1Gi" }),
  *check({ object, params, request }) {
    if (isPodUpdate(object, request)) return;
    for (const volume of podSpec(object).volumes ?? []) {
      if (volume.emptyDir?.medium === "Memory") yield* limited(volume, params.maximum);
      else if (volume.emptyDir !== undefined && params.disk === true) yield* limited(volume, undefined);
    }
  },
});

function* limited(volume: Volume, maximum: string | undefined) {
  const limit = volume.emptyDir?.sizeLimit;
  if (limit === undefined) yield violation(`volume <${volume.name}> has no sizeLimit`, volume);
  else if (maximum !== undefined && compareQuantities(limit, maximum) > 0)
    yield violation(`volume <${volume.name}> has a sizeLimit of ${limit}, allowed are ${maximum}`, volume);
}

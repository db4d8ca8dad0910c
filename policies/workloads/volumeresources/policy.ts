import { compareQuantities, parameters, podSpec, policy, violation, workloads } from "@policyc/sdk";

interface Params {
  /**
   * The largest size of an emptyDir volume, as a quantity.
   * @pattern ^([0-9]+\.?[0-9]*|\.[0-9]+)([numkMGTPE]|[KMGTPE]i|[eE][+-]?[0-9]+)?$
   */
  volumesizelimit?: string;
}

export default policy({
  name: "volumeresources",
  title: "Size of emptyDir volumes",
  description: "Every emptyDir volume must have a size limit, within the given maximum.",
  rationale:
    "An emptyDir without a limit fills the disk of its node, or its memory, and all pods on it are evicted.",
  remediation: "Set `sizeLimit` of the emptyDir, or use a PersistentVolumeClaim.",
  severity: "low",
  controls: ["NSA-CISA-1.2/resource-policies", "NIST-800-53-5/SC-6"],
  rollout: { difficulty: "medium", effect: "low", load: "low" },
  coveredBy: ["memory-volume-limits"],
  needs: "how much of a node's disk a volume may fill",
  match: workloads,
  gatekeeper: { kind: "K8sVolumeRequests" },
  params: parameters<Params>({ volumesizelimit: "4Gi" }),
  *check({ object, params }) {
    const maximum = params.volumesizelimit;
    for (const volume of podSpec(object).volumes ?? []) {
      if (volume.emptyDir === undefined) continue;
      const size = volume.emptyDir.sizeLimit;
      if (size === undefined) {
        yield violation(`Volume '${volume.name}' is not allowed, do not have set sizelimit`, volume);
      } else if (maximum !== undefined && compareQuantities(size, maximum) > 0) {
        yield violation(
          `volume <${volume.name}> size limit <${size}> is higher than the maximum allowed of <${maximum}>`,
          volume,
        );
      }
    }
  },
});

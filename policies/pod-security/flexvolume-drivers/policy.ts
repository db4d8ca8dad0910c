import { parameters, podSpec, policy, violation, workloads } from "@policyc/sdk";
import { isPodUpdate } from "../../modules/pod-update.js";

interface AllowedFlexVolume {
  /** The driver's name, `vendor/driver`. */
  driver?: string;
}

interface Params {
  /** The FlexVolume drivers that may be used. None at all when this is empty. */
  allowedFlexVolumes?: AllowedFlexVolume[];
}

export default policy({
  name: "flexvolume-drivers",
  title: "FlexVolume drivers",
  description: "Volumes may only use the listed FlexVolume drivers.",
  rationale:
    "A FlexVolume driver is a program that the kubelet runs as root on the node. CSI drivers have taken its place.",
  remediation: "Use a PersistentVolumeClaim of a CSI driver.",
  severity: "medium",
  controls: ["PSS/restricted/volume-types"],
  rollout: { difficulty: "low", effect: "medium", load: "low" },
  coveredBy: ["restricted-volume-types"],
  match: workloads,
  gatekeeper: { kind: "K8sPSPFlexVolumes" },
  params: parameters<Params>({ allowedFlexVolumes: [] }),
  *check({ object, params, request }) {
    if (isPodUpdate(object, request)) return;
    const allowed = params.allowedFlexVolumes ?? [];
    for (const volume of podSpec(object).volumes ?? []) {
      const flexVolume = volume.flexVolume;
      if (flexVolume === undefined || allowed.some(({ driver }) => driver === flexVolume.driver)) continue;
      const drivers = allowed.map(({ driver }) => driver ?? "").join(", ");
      yield violation(
        `FlexVolume ${volume.name} with driver <${flexVolume.driver}> is not allowed, pod: ${object.metadata.name}. Allowed drivers: [${drivers}]`,
        volume,
      );
    }
  },
});

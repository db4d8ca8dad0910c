import { parameters, podSpec, policy, violation, workloads } from "@policyc/sdk";
import { isPodUpdate } from "../../modules/pod-update.js";

interface Params {
  /** The volume types that may be used, by the name of their field (`configMap`, `emptyDir`, …). `*` allows all. */
  volumes?: string[];
}

export default policy({
  name: "volumes",
  title: "Volume types",
  description: "Pods may only use volumes of the listed types.",
  rationale: "Some volume types reach into the node or around the storage classes that a cluster offers.",
  remediation: "Use a volume of an allowed type.",
  severity: "medium",
  controls: ["PSS/restricted/volume-types", "CIS-2.0/5.2.11"],
  rollout: { difficulty: "medium", effect: "medium", load: "low" },
  coveredBy: ["restricted-volume-types"],
  match: workloads,
  gatekeeper: { kind: "K8sPSPVolumeTypes" },
  params: parameters<Params>({
    volumes: [
      "configMap",
      "csi",
      "downwardAPI",
      "emptyDir",
      "ephemeral",
      "image",
      "persistentVolumeClaim",
      "projected",
      "secret",
    ],
  }),
  *check({ object, params, request }) {
    if (isPodUpdate(object, request)) return;
    const allowed = params.volumes ?? [];
    if (allowed.includes("*")) return;
    for (const volume of podSpec(object).volumes ?? []) {
      for (const field of Object.keys(volume)) {
        if (field === "name" || allowed.includes(field)) continue;
        yield violation(
          `The volume type ${field} of <${volume.name}> is not allowed. Allowed volume types: [${allowed.join(", ")}]`,
          volume,
        );
      }
    }
  },
});

import { podSpec, policy, violation, workloads } from "@policyc/sdk";

/** The fields of a volume: its name, and one for its type. */
const allowed = [
  "name",
  "configMap",
  "csi",
  "downwardAPI",
  "emptyDir",
  "ephemeral",
  "persistentVolumeClaim",
  "projected",
  "secret",
];

export default policy({
  name: "restrict-volume-types",
  title: "Volume types",
  description: "Pods may only use volumes that need nothing of the node.",
  severity: "medium",
  match: workloads,
  kyverno: { rule: "restricted-volumes" },
  *check({ object }) {
    for (const volume of podSpec(object).volumes ?? []) {
      for (const field of Object.keys(volume))
        if (!allowed.includes(field))
          yield violation(`the volume <${volume.name}> is of a type that is not allowed: ${field}`, volume);
    }
  },
});

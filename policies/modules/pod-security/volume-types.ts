import { podSpec, violation, type Workload } from "@policyc/sdk";

const allowed = [
  "configMap",
  "csi",
  "downwardAPI",
  "emptyDir",
  "ephemeral",
  "image",
  "persistentVolumeClaim",
  "projected",
  "secret",
];

/** Volume Types (Restricted, v1.0): none that reaches into the node or around the storage classes. */
export function* volumeTypes(object: Workload) {
  for (const volume of podSpec(object).volumes ?? []) {
    for (const type of Object.keys(volume)) {
      if (type !== "name" && !allowed.includes(type))
        yield violation(`volume <${volume.name}> must not be of type ${type}`, volume);
    }
  }
}

import { PersistentVolumeClaim, policy } from "@policyc/sdk";

export default policy({
  name: "readwriteonce-pod",
  title: "Volumes for one pod",
  description: "A PersistentVolumeClaim must be for a single pod.",
  severity: "medium",
  match: [PersistentVolumeClaim],
  kyverno: { rule: "readwrite-pvc-single-pod" },
  require: ({ object }) => {
    const modes = object.spec?.accessModes ?? [];
    return modes.length > 0 && modes.every((mode) => mode === "ReadWriteOncePod");
  },
  message: "the access mode must be ReadWriteOncePod, and no other",
});

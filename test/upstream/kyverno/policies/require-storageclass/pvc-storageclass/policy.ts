import { PersistentVolumeClaim, policy } from "@policyc/sdk";

export default policy({
  name: "require-storageclass-pvc",
  title: "Claims name a StorageClass",
  description: "A PersistentVolumeClaim must say which StorageClass it is for.",
  severity: "medium",
  match: [PersistentVolumeClaim],
  kyverno: { policy: "require-storageclass", rule: "pvc-storageclass" },
  require: ({ object }) => (object.spec?.storageClassName ?? "") !== "",
  message: "the PersistentVolumeClaim must have a storageClassName",
});

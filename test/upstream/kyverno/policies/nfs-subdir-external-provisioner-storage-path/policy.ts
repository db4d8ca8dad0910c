import { PersistentVolumeClaim, policy } from "@policyc/sdk";

export default policy({
  name: "nfs-subdir-external-provisioner-storage-path",
  title: "NFS storage path",
  description: "A claim on the class `nfs-client` may not ask for the root of the export by an empty path.",
  severity: "medium",
  match: [PersistentVolumeClaim],
  kyverno: { rule: "enforce-storage-path" },
  require: ({ object }) =>
    object.spec?.storageClassName !== "nfs-client" ||
    object.metadata.annotations?.["nfs.io/storage-path"] !== "",
  message: "the annotation `nfs.io/storage-path` must not be empty",
});

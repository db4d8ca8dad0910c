import { PersistentVolume, policy } from "@policyc/sdk";

export default policy({
  name: "limit-hostpath-type-pv",
  title: "Host paths of volumes",
  description: "A PersistentVolume on a path of the node must be below /data.",
  severity: "medium",
  match: [PersistentVolume],
  kyverno: { rule: "limit-hostpath-type-pv-to-slash-data" },
  require: ({ object }) =>
    object.spec?.hostPath === undefined || object.spec.hostPath.path.startsWith("/data"),
  message: "hostPath volumes are confined to /data",
});

import { policy, workloads } from "@policyc/sdk";
import { volumeTypes } from "../../modules/pod-security/volume-types.js";
import { isPodUpdate } from "../../modules/pod-update.js";

export default policy({
  name: "restricted-volume-types",
  title: "Volume types (Restricted)",
  description: "Volumes must be of a type that ends with the pod or goes by a PersistentVolumeClaim.",
  rationale:
    "The others name servers, disks and paths of the node in the pod itself, where anyone who may create pods chooses them.",
  remediation:
    "Use configMap, csi, downwardAPI, emptyDir, ephemeral, image, persistentVolumeClaim, projected or secret.",
  severity: "medium",
  controls: ["PSS/restricted/volume-types", "CIS-2.0/5.2.11", "NIST-800-190/4.5.5"],
  rollout: { difficulty: "medium", effect: "medium", load: "low" },
  match: workloads,
  *check({ object, request }) {
    if (isPodUpdate(object, request)) return;
    yield* volumeTypes(object);
  },
});

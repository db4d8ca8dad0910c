import { policy, workloads } from "@policyc/sdk";
import { hostPathVolumes } from "../../modules/pod-security/host-path-volumes.js";
import { isPodUpdate } from "../../modules/pod-update.js";

export default policy({
  name: "baseline-hostpath-volumes",
  title: "HostPath volumes (Baseline)",
  description: "Pods must not mount paths of their node.",
  rationale:
    "A host path gives a container the node's files: the kubelet's credentials, the container runtime's socket, the data of other pods.",
  remediation: "Use a PersistentVolumeClaim, an emptyDir, a ConfigMap, or a local PersistentVolume instead.",
  severity: "high",
  controls: [
    "PSS/baseline/hostpath-volumes",
    "CIS-2.0/5.2.11",
    "NIST-800-190/4.5.5",
    "MITRE-ATTACK-16/T1611",
    "MITRE-ATTACK-16/T1612",
    "NSA-CISA-1.2/pod-security",
  ],
  rollout: { difficulty: "medium", effect: "high", load: "low" },
  coveredBy: ["restricted-volume-types"],
  match: workloads,
  *check({ object, request }) {
    if (isPodUpdate(object, request)) return;
    yield* hostPathVolumes(object);
  },
});

import { podSpec, policy, violation, workloads } from "@policyc/sdk";
import { isPodUpdate } from "../../modules/pod-update.js";

export default policy({
  name: "share-process-namespace",
  title: "Containers do not share their processes",
  description: "Pods must not let their containers see each other's processes.",
  rationale:
    "Through /proc one container reads the environment and the files of another, secrets among them, and may end its processes.",
  remediation:
    "Remove `shareProcessNamespace`. For debugging, `kubectl debug --target` shares those of one container.",
  severity: "medium",
  controls: ["NIST-800-190/4.4.3", "NIST-800-53-5/SC-39", "NIST-800-53-5/SC-4"],
  rollout: { difficulty: "low", effect: "low", load: "low" },
  match: workloads,
  *check({ object, request }) {
    if (isPodUpdate(object, request)) return;
    const spec = podSpec(object);
    if (spec.shareProcessNamespace)
      yield violation("the pod must not set shareProcessNamespace to true", spec);
  },
});

import { policy, workloads } from "@policyc/sdk";
import { tolerates } from "../tolerations.js";

export default policy({
  name: "restrict-controlplane-scheduling-control-plane",
  title: "No pods on the control plane",
  description: "Pods may not tolerate the taint `node-role.kubernetes.io/control-plane`.",
  severity: "medium",
  match: workloads,
  kyverno: { policy: "restrict-controlplane-scheduling" },
  require: ({ object }) => !tolerates(object, "node-role.kubernetes.io/control-plane"),
  message: "a toleration of the taint node-role.kubernetes.io/control-plane is not allowed",
});

import { policy, workloads } from "@policyc/sdk";
import { tolerates } from "../tolerations.js";

export default policy({
  name: "restrict-controlplane-scheduling-master",
  title: "No pods on masters",
  description: "Pods may not tolerate the taint `node-role.kubernetes.io/master`.",
  severity: "medium",
  match: workloads,
  kyverno: { policy: "restrict-controlplane-scheduling" },
  require: ({ object }) => !tolerates(object, "node-role.kubernetes.io/master"),
  message: "a toleration of the taint node-role.kubernetes.io/master is not allowed",
});

import { ClusterRoleBinding, policy, RoleBinding } from "@policyc/sdk";
import { bindsTo } from "../subjects.js";

export default policy({
  name: "restrict-binding-system-masters",
  title: "No bindings of system:masters",
  description: "No role may be bound to `system:masters`.",
  severity: "high",
  match: [RoleBinding, ClusterRoleBinding],
  kyverno: { policy: "restrict-binding-system-groups", rule: "restrict-masters" },
  require: ({ object }) => !bindsTo(object, "system:masters"),
  message: "binding to system:masters is not allowed",
});

import { ClusterRoleBinding, policy, RoleBinding } from "@policyc/sdk";
import { bindsTo } from "../subjects.js";

export default policy({
  name: "restrict-binding-system-anonymous",
  title: "No bindings of system:anonymous",
  description: "No role may be bound to `system:anonymous`.",
  severity: "high",
  match: [RoleBinding, ClusterRoleBinding],
  kyverno: { policy: "restrict-binding-system-groups", rule: "restrict-anonymous" },
  require: ({ object }) => !bindsTo(object, "system:anonymous"),
  message: "binding to system:anonymous is not allowed",
});

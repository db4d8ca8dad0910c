import { ClusterRoleBinding, policy, RoleBinding } from "@policyc/sdk";
import { bindsTo } from "../subjects.js";

export default policy({
  name: "restrict-binding-system-authenticated",
  title: "No bindings of system:authenticated",
  description: "No role may be bound to `system:authenticated`.",
  severity: "high",
  match: [RoleBinding, ClusterRoleBinding],
  kyverno: { policy: "restrict-binding-system-groups", rule: "restrict-authenticated" },
  require: ({ object }) => !bindsTo(object, "system:authenticated"),
  message: "binding to system:authenticated is not allowed",
});

import { ClusterRoleBinding, policy, RoleBinding } from "@policyc/sdk";
import { bindsTo } from "../subjects.js";

export default policy({
  name: "restrict-binding-system-unauthenticated",
  title: "No bindings of system:unauthenticated",
  description: "No role may be bound to `system:unauthenticated`.",
  severity: "high",
  match: [RoleBinding, ClusterRoleBinding],
  kyverno: { policy: "restrict-binding-system-groups", rule: "restrict-unauthenticated" },
  require: ({ object }) => !bindsTo(object, "system:unauthenticated"),
  message: "binding to system:unauthenticated is not allowed",
});

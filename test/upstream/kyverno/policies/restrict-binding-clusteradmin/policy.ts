import { ClusterRoleBinding, policy, RoleBinding } from "@policyc/sdk";

export default policy({
  name: "restrict-binding-clusteradmin",
  title: "No cluster-admin bindings",
  description: "Nobody may be bound to cluster-admin.",
  severity: "high",
  match: [RoleBinding, ClusterRoleBinding],
  kyverno: { rule: "clusteradmin-bindings" },
  require: ({ object }) => object.roleRef.name !== "cluster-admin",
  message: "binding to cluster-admin is not allowed",
});

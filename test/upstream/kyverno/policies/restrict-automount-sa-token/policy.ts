import { podSpec, policy, workloads } from "@policyc/sdk";

export default policy({
  name: "restrict-automount-sa-token",
  title: "No token in pods",
  description: "Pods may not have the token of their ServiceAccount mounted, but for the policy reporter.",
  severity: "medium",
  match: workloads,
  kyverno: { rule: "validate-automountServiceAccountToken" },
  require: ({ object }) =>
    object.metadata.labels?.["app.kubernetes.io/part-of"] === "policy-reporter" ||
    podSpec(object).automountServiceAccountToken === false,
  message: "automountServiceAccountToken must be false",
});

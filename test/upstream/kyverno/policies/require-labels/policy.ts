import { podMetadata, policy, workloads } from "@policyc/sdk";

export default policy({
  name: "require-labels",
  title: "Name label",
  description: "Pods must carry the recommended label `app.kubernetes.io/name`.",
  severity: "medium",
  match: workloads,
  kyverno: { rule: "check-for-labels" },
  require: ({ object }) => (podMetadata(object).labels?.["app.kubernetes.io/name"] ?? "") !== "",
  message: "the label `app.kubernetes.io/name` is required",
});

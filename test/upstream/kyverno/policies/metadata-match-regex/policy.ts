import { podMetadata, policy, workloads } from "@policyc/sdk";

export default policy({
  name: "metadata-match-regex",
  title: "Version label",
  description: "Pods must have the label `corp.org/version` with a version such as `v1.2.3`.",
  severity: "medium",
  match: workloads,
  kyverno: { rule: "check-for-regex" },
  require: ({ object }) =>
    /^v[0-9].[0-9].[0-9]$/u.test(podMetadata(object).labels?.["corp.org/version"] ?? ""),
  message: "the label `corp.org/version` must look like `v1.2.3`",
});

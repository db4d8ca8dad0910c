import { podMetadata, policy, workloads } from "@policyc/sdk";

export default policy({
  name: "require-annotations",
  title: "Department annotation",
  description: "Pods must say which department they belong to.",
  severity: "medium",
  match: workloads,
  kyverno: { rule: "check-for-annotation" },
  require: ({ object }) => (podMetadata(object).annotations?.["corp.org/department"] ?? "") !== "",
  message: "the annotation `corp.org/department` is required",
});

import { Namespace, policy } from "@policyc/sdk";

export default policy({
  name: "add-psa-namespace-reporting",
  title: "Pod Security labels",
  description: "A Namespace must say which Pod Security level it has.",
  severity: "medium",
  match: [Namespace],
  kyverno: { rule: "check-namespace-labels" },
  require: ({ object }) =>
    Object.entries(object.metadata.labels ?? {}).some(
      ([name, value]) => name.startsWith("pod-security.kubernetes.io/") && value !== "",
    ),
  message: "the Namespace has no label pod-security.kubernetes.io/…",
});

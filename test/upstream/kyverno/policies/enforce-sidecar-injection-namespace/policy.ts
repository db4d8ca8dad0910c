import { Namespace, policy } from "@policyc/sdk";

export default policy({
  name: "enforce-sidecar-injection-namespace",
  title: "Sidecar injection",
  description: "Namespaces must have Istio put its sidecar into their pods.",
  severity: "medium",
  match: [Namespace],
  kyverno: { rule: "check-istio-injection-enabled" },
  require: ({ object }) => object.metadata.labels?.["istio-injection"] === "enabled",
  message: "the namespace must have the label `istio-injection: enabled`",
});

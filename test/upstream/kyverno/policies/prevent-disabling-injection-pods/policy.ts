import { podMetadata, policy, workloads } from "@policyc/sdk";

export default policy({
  name: "prevent-disabling-injection-pods",
  title: "Sidecar injection stays on",
  description: "Pods may not keep Istio from adding its sidecar.",
  severity: "medium",
  match: workloads,
  kyverno: { rule: "prohibit-inject-annotation" },
  require: ({ object }) => podMetadata(object).annotations?.["sidecar.istio.io/inject"] !== "false",
  message: "the annotation `sidecar.istio.io/inject` may not be `false`",
});

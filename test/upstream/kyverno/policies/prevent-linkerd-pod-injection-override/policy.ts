import { podMetadata, policy, workloads } from "@policyc/sdk";

export default policy({
  name: "prevent-linkerd-pod-injection-override",
  title: "Linkerd injection stays on",
  description: "Pods may not keep Linkerd from adding its proxy.",
  severity: "medium",
  match: workloads,
  kyverno: { rule: "pod-injection-override" },
  require: ({ object }) => podMetadata(object).annotations?.["linkerd.io/inject"] !== "disabled",
  message: "the annotation `linkerd.io/inject` may not be `disabled`",
});

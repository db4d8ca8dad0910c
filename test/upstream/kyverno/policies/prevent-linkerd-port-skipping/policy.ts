import { podMetadata, policy, violation, workloads } from "@policyc/sdk";

const skipping = ["config.linkerd.io/skip-inbound-ports", "config.linkerd.io/skip-outbound-ports"];

export default policy({
  name: "prevent-linkerd-port-skipping",
  title: "No ports past Linkerd",
  description: "Pods may not lead ports past the proxy of Linkerd, and so past mutual TLS.",
  severity: "medium",
  match: workloads,
  kyverno: { rule: "pod-prevent-port-skipping" },
  *check({ object }) {
    const annotations = podMetadata(object).annotations ?? {};
    for (const name of skipping) {
      if (name in annotations) yield violation(`the annotation <${name}> is not allowed`);
    }
  },
});

import { parameters, policy, violation } from "@policyc/sdk";
import { LinkerdValues } from "../../modules/documents/linkerd-values.js";

interface Params {
  /** Default policies to accept for ports that no Server selects. */
  allowed: ("all-authenticated" | "cluster-authenticated" | "deny")[];
}

export default policy({
  name: "linkerd-installation",
  title: "Linkerd is installed to admit those it knows",
  description:
    "The values that Linkerd is installed with must ask clients for an identity by default, and must not let pods start without a proxy.",
  rationale:
    "What is installed holds for every meshed pod that says nothing itself: with `all-unauthenticated` they admit plain text from anywhere, and with `webhookFailurePolicy: Ignore` a pod that starts while the injector restarts is outside the mesh until somebody notices.",
  remediation:
    "Set `proxy.defaultInboundPolicy: all-authenticated` (`audit` on the way there), and `webhookFailurePolicy: Fail` with several replicas, as the chart's values for high availability do.",
  severity: "high",
  controls: [
    "NIST-800-53-5/AC-3",
    "NIST-800-53-5/IA-9",
    "NIST-800-53-5/SC-24",
    "NSA-CISA-1.2/network-separation",
    "NSA-CISA-1.2/encryption",
    "OWASP-K8S-2022/K07",
    "OWASP-K8S-2025/K05",
  ],
  rollout: { difficulty: "medium", effect: "high", load: "medium" },
  match: [LinkerdValues],
  params: parameters<Params>({ allowed: ["all-authenticated", "cluster-authenticated", "deny"] }),
  *check({ object, params }) {
    const chosen = object.proxy.defaultInboundPolicy;
    if (!params.allowed.some((one) => one === chosen))
      yield violation(`meshed pods admit clients by default that need no identity: ${chosen}`, object.proxy);
    if (object.webhookFailurePolicy === "Ignore")
      yield violation(
        "pods start without a proxy while the injector cannot be asked: webhookFailurePolicy is Ignore",
        object,
      );
  },
});

import { policy, violation } from "@policyc/sdk";
import { Sidecar } from "../../modules/istio/sidecar.js";

export default policy({
  name: "sidecar-outbound",
  title: "Proxies send to what the mesh knows",
  description:
    "A Sidecar of Istio must not let its pods send traffic to addresses that the mesh does not know.",
  rationale:
    "The mesh may be closed as a whole: a Sidecar opens it again for a namespace, and data leaves it past every ServiceEntry.",
  remediation:
    "Remove `outboundTrafficPolicy`, or set its mode to REGISTRY_ONLY, and declare what is called outside by ServiceEntries.",
  severity: "medium",
  controls: [
    "NIST-800-53-5/SC-7",
    "NSA-CISA-1.2/network-separation",
    "OWASP-K8S-2022/K07",
    "OWASP-K8S-2025/K05",
  ],
  rollout: { difficulty: "medium", effect: "medium", load: "medium" },
  match: [Sidecar],
  *check({ object }) {
    if (object.spec?.outboundTrafficPolicy?.mode === "ALLOW_ANY")
      yield violation(
        `Sidecar <${object.metadata.name}> sends traffic to any address: ALLOW_ANY`,
        object.spec,
      );
  },
});

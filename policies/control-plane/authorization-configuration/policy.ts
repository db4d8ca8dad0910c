import { policy, violation } from "@policyc/sdk";
import { AuthorizationConfiguration } from "../../modules/documents/authorization-configuration.js";

export default policy({
  name: "authorization-configuration",
  title: "The file of authorizers has Node and RBAC",
  description:
    "The file of `--authorization-config` must name the authorizers `Node` and `RBAC`, and not `AlwaysAllow`.",
  rationale:
    "With the file the API server no longer reads `--authorization-mode`: what the flag would have had must be here. After `AlwaysAllow` nobody is asked.",
  remediation: "List `Node` and `RBAC`, beside the webhooks that the cluster needs.",
  severity: "critical",
  controls: [
    "CIS-2.0/1.2.6",
    "CIS-2.0/1.2.7",
    "CIS-2.0/1.2.8",
    "NIST-800-53-5/AC-3",
    "NSA-CISA-1.2/authorization",
    "NSA-CISA-1.2/control-plane",
    "OWASP-K8S-2022/K09",
    "OWASP-K8S-2025/K07",
    "OWASP-K8S-2025/K02",
    "NIST-800-190/4.3.1",
  ],
  rollout: { difficulty: "low", effect: "high", load: "low" },
  match: [AuthorizationConfiguration],
  *check({ object }) {
    const types = object.authorizers.map(({ type }) => type);
    if (types.includes("AlwaysAllow")) {
      yield violation("kube-apiserver allows everything: an authorizer is AlwaysAllow", object.authorizers);
    }
    for (const type of ["Node", "RBAC"]) {
      if (!types.includes(type)) {
        yield violation(`kube-apiserver does not authorize by ${type}: no authorizer is`, object.authorizers);
      }
    }
  },
});

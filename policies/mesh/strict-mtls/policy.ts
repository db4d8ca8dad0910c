import { policy, violation } from "@policyc/sdk";
import { PeerAuthentication } from "./peer-authentication.js";

export default policy({
  name: "strict-mtls",
  title: "Strict mutual TLS",
  description:
    "An Istio PeerAuthentication must not accept plain text, for the workload or for one of its ports.",
  rationale: "In PERMISSIVE or DISABLE mode a workload talks to clients that have proved no identity.",
  remediation: "Set `spec.mtls.mode: STRICT` and remove weaker modes from `spec.portLevelMtls`.",
  severity: "high",
  controls: ["NSA-CISA-1.2/network-separation", "NIST-800-53-5/SC-8"],
  rollout: { difficulty: "high", effect: "high", load: "medium" },
  match: [PeerAuthentication],
  gatekeeper: { kind: "IstioStrictMtls" },
  *check({ object }) {
    const mode = object.spec?.mtls?.mode ?? "UNSET";
    if (mode === "PERMISSIVE" || mode === "DISABLE") {
      yield violation(
        `PeerAuthentication <${object.metadata.name}> accepts plain text: mode ${mode}`,
        object.spec,
      );
    }
    for (const [port, mtls] of Object.entries(object.spec?.portLevelMtls ?? {})) {
      if (mtls.mode === "PERMISSIVE" || mtls.mode === "DISABLE") {
        yield violation(
          `PeerAuthentication <${object.metadata.name}> accepts plain text on port ${port}: mode ${mtls.mode}`,
          mtls,
        );
      }
    }
  },
});

import { parameters, policy, violation } from "@policyc/sdk";
import { type MutualTlsMode, PeerAuthentication } from "../../modules/istio/peer-authentication.js";

interface Params {
  /** The weakest mode to accept: `PERMISSIVE` while workloads move into the mesh, `STRICT` when they have. */
  weakestMode: "STRICT" | "PERMISSIVE";
}

export default policy({
  name: "strict-mtls",
  title: "Strict mutual TLS",
  description:
    "An Istio PeerAuthentication must not accept plain text, for the mesh, a namespace, a workload or one of its ports.",
  rationale: "In PERMISSIVE or DISABLE mode a workload talks to clients that have proved no identity.",
  remediation: "Set `spec.mtls.mode: STRICT` and remove weaker modes from `spec.portLevelMtls`.",
  severity: "high",
  controls: [
    "NIST-800-53-5/SC-8",
    "NIST-800-53-5/IA-9",
    "NSA-CISA-1.2/encryption",
    "MITRE-ATTACK-16/T1040",
    "MITRE-ATTACK-16/T1557",
    "NIST-800-190/4.3.5",
  ],
  rollout: { difficulty: "high", effect: "high", load: "medium" },
  match: [PeerAuthentication],
  gatekeeper: { kind: "IstioStrictMtls" },
  params: parameters<Params>({ weakestMode: "STRICT" }),
  *check({ object, params }) {
    const mode = object.spec?.mtls?.mode ?? "UNSET";
    if (isTooWeak(mode, params)) {
      yield violation(
        `PeerAuthentication <${object.metadata.name}> accepts plain text: mode ${mode}`,
        object.spec,
      );
    }
    for (const [port, mtls] of Object.entries(object.spec?.portLevelMtls ?? {})) {
      const portMode = mtls.mode ?? "UNSET";
      if (isTooWeak(portMode, params)) {
        yield violation(
          `PeerAuthentication <${object.metadata.name}> accepts plain text on port ${port}: mode ${portMode}`,
          mtls,
        );
      }
    }
  },
});

function isTooWeak(mode: MutualTlsMode, params: Params): boolean {
  return mode === "DISABLE" || (mode === "PERMISSIVE" && params.weakestMode === "STRICT");
}

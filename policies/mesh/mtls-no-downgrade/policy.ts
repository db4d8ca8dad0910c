import { parameters, policy, violation } from "@policyc/sdk";
import { mutualTlsStrength } from "../../modules/istio/mutual-tls-strength.js";
import { PeerAuthentication } from "../../modules/istio/peer-authentication.js";

interface Params {
  /** Istio's root namespace (`meshConfig.rootNamespace`), whose PeerAuthentication without selector is the mesh's. */
  rootNamespace: string;
}

export default policy({
  name: "mtls-no-downgrade",
  title: "No downgrade of mutual TLS",
  description:
    "An update must not make the mode of a PeerAuthentication or of one of its ports weaker, and the mesh-wide STRICT one must not be deleted.",
  rationale:
    "Going back to PERMISSIVE breaks nothing that anybody would notice: from then on plain text is accepted in silence.",
  remediation:
    "Keep the mode. Give a workload that cannot speak mutual TLS a PeerAuthentication of its own, with an exemption that expires.",
  severity: "high",
  controls: ["NIST-800-53-5/SC-8", "NIST-800-53-5/CM-3", "NSA-CISA-1.2/encryption"],
  rollout: { difficulty: "low", effect: "high", load: "low" },
  match: { kinds: [PeerAuthentication], operations: ["UPDATE", "DELETE"] },
  gatekeeper: { kind: "IstioMtlsNoDowngrade" },
  params: parameters<Params>({ rootNamespace: "istio-system" }),
  *check({ object, oldObject, params, request }) {
    const name = object.metadata.name;
    const mode = object.spec?.mtls?.mode;
    if (request.operation === "DELETE") {
      const isMeshWide =
        object.metadata.namespace === params.rootNamespace && object.spec?.selector === undefined;
      if (isMeshWide && mode === "STRICT") {
        yield violation(`PeerAuthentication <${name}> makes the whole mesh STRICT and must not be deleted`);
      }
    } else if (oldObject !== undefined) {
      const oldMode = oldObject.spec?.mtls?.mode;
      if (mutualTlsStrength(mode) < mutualTlsStrength(oldMode)) {
        yield violation(
          `PeerAuthentication <${name}> must not go from mode ${oldMode ?? "UNSET"} to ${mode ?? "UNSET"}`,
          object.spec,
        );
      }
      const ports = object.spec?.portLevelMtls ?? {};
      const oldPorts = oldObject.spec?.portLevelMtls ?? {};
      for (const port of new Set([...Object.keys(ports), ...Object.keys(oldPorts)])) {
        const portMode = ports[port]?.mode ?? mode;
        const oldPortMode = oldPorts[port]?.mode ?? oldMode;
        if (mutualTlsStrength(portMode) < mutualTlsStrength(oldPortMode)) {
          yield violation(
            `PeerAuthentication <${name}> must not go from mode ${oldPortMode ?? "UNSET"} to ${portMode ?? "UNSET"} on port ${port}`,
            object.spec,
          );
        }
      }
    }
  },
});

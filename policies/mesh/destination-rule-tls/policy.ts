import { globMatches, parameters, policy, violation } from "@policyc/sdk";
import { DestinationRule } from "../../modules/istio/destination-rule.js";

interface Params {
  /** Hosts that may be reached without TLS; `*` and `?` are wildcards. */
  plainHosts?: string[];
}

export default policy({
  name: "destination-rule-tls",
  title: "Destination rules keep TLS",
  description:
    "A DestinationRule must not turn TLS off, must not skip the check of certificates, and inside the cluster must use the mesh's own mutual TLS.",
  rationale:
    "A client's setting wins over the mesh's automatic mutual TLS: `DISABLE` sends plain text, `SIMPLE` sends no identity, and what accepts it must be PERMISSIVE.",
  remediation:
    "Leave `tls` out so that mutual TLS is automatic, or set `mode: ISTIO_MUTUAL`; use `SIMPLE` or `MUTUAL` with checked certificates for hosts outside.",
  severity: "high",
  controls: [
    "NIST-800-53-5/SC-8",
    "NIST-800-53-5/SC-23",
    "NSA-CISA-1.2/encryption",
    "MITRE-ATTACK-16/T1040",
    "MITRE-ATTACK-16/T1557",
  ],
  rollout: { difficulty: "low", effect: "high", load: "low" },
  match: [DestinationRule],
  gatekeeper: { kind: "IstioDestinationRuleTls" },
  params: parameters<Params>({}),
  *check({ object, params }) {
    if (object.spec === undefined) return;
    const { host, trafficPolicy: ofAll, subsets = [] } = object.spec;
    const name = object.metadata.name;
    const trafficPolicies = [ofAll, ...subsets.map((one) => one.trafficPolicy)];
    for (const trafficPolicy of trafficPolicies) {
      const ofPorts = (trafficPolicy?.portLevelSettings ?? []).map((port) => port.tls);
      for (const tls of [trafficPolicy?.tls, ...ofPorts]) {
        if (tls?.mode === "DISABLE" && !isPlain(host, params)) {
          yield violation(`DestinationRule <${name}> turns TLS to <${host}> off`, tls);
        }
        if (tls?.mode === "SIMPLE" && isInCluster(host)) {
          yield violation(`DestinationRule <${name}> sends no identity to <${host}>: mode SIMPLE`, tls);
        }
        if (tls?.insecureSkipVerify === true) {
          yield violation(`DestinationRule <${name}> does not check the certificate of <${host}>`, tls);
        }
      }
    }
  },
});

function isPlain(host: string, params: Params): boolean {
  return (params.plainHosts ?? []).some((pattern) => globMatches(pattern, host));
}

/** A short name is a Service of the rule's namespace. */
function isInCluster(host: string): boolean {
  return host.endsWith(".local") || host.endsWith(".svc") || !host.includes(".");
}

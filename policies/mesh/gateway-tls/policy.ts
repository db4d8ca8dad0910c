import { parameters, policy, regexMatches, violation } from "@policyc/sdk";
import { Gateway, type GatewayServer } from "../../modules/istio/gateway.js";

interface Params {
  /** The oldest TLS to accept. A server that says nothing has what Istio chooses: 1.2. */
  minTlsVersion: "TLSV1_2" | "TLSV1_3";
  /** Accept `*` as a host: whatever name a client asks for. */
  allowAllHosts?: boolean;
}

export default policy({
  name: "gateway-tls",
  title: "Gateways speak TLS",
  description:
    "A server of an Istio Gateway must not serve HTTP, HTTP/2, gRPC or MongoDB in plain text (a redirect to HTTPS may), must not accept old versions of TLS, and must name its hosts.",
  rationale:
    "A gateway is where strangers come in: what it takes in plain text can be read and changed on the way, and a host `*` is whatever name they choose.",
  remediation:
    "Set `tls.httpsRedirect: true` for port 80, `tls.mode` with a `credentialName` for the others, and list `hosts`.",
  severity: "high",
  controls: [
    "NIST-800-53-5/SC-8",
    "NIST-800-53-5/SC-13",
    "NSA-CISA-1.2/encryption",
    "MITRE-ATTACK-16/T1040",
    "MITRE-ATTACK-16/T1557",
  ],
  rollout: { difficulty: "medium", effect: "high", load: "low" },
  match: [Gateway],
  gatekeeper: { kind: "IstioGatewayTls" },
  params: parameters<Params>({ minTlsVersion: "TLSV1_2" }),
  *check({ object, params }) {
    for (const server of object.spec?.servers ?? []) {
      const where = `Gateway <${object.metadata.name}> port ${server.port.number}`;
      const { protocol } = server.port;
      if (isPlainText(server)) {
        yield violation(`${where} serves ${protocol} in plain text`, server);
      }
      if (isTooOld(server, params)) {
        yield violation(
          `${where} accepts ${server.tls?.minProtocolVersion ?? "TLSV1_2"}, older than ${params.minTlsVersion}`,
          server,
        );
      }
      if (params.allowAllHosts !== true && server.hosts.some(isAnyHost)) {
        yield violation(`${where} accepts all hosts`, server);
      }
    }
  },
});

/** What HTTPS and TLS are is not looked at: Istio refuses them without a certificate. TCP may carry its own TLS. */
function isPlainText(server: GatewayServer): boolean {
  return (
    regexMatches("(?i)^(http2?|grpc(-web)?|mongo)$", server.port.protocol) &&
    server.tls?.httpsRedirect !== true &&
    server.tls?.mode === undefined
  );
}

/** Absent and `TLS_AUTO` are 1.2 or newer. */
function isTooOld(server: GatewayServer, params: Params): boolean {
  switch (server.tls?.minProtocolVersion) {
    case "TLSV1_0":
    case "TLSV1_1":
      return true;
    case "TLSV1_3":
      return false;
    default:
      return params.minTlsVersion === "TLSV1_3" && terminates(server);
  }
}

/** Does the gateway itself speak TLS, and choose the version? */
function terminates(server: GatewayServer): boolean {
  const mode = server.tls?.mode ?? "PASSTHROUGH";
  return mode !== "PASSTHROUGH" && mode !== "AUTO_PASSTHROUGH";
}

/** `ns/*` limits who may attach to the server, not which names it answers to. */
function isAnyHost(host: string): boolean {
  return host === "*" || host.endsWith("/*");
}

import { policy, violation } from "@policyc/sdk";
import { LinkerdAuthorizationPolicy } from "../../modules/linkerd/authorization-policy.js";
import { ServerAuthorization } from "../../modules/linkerd/server-authorization.js";

export default policy({
  name: "linkerd-authorization-authenticates",
  title: "Linkerd authorizations ask for an identity",
  description:
    "An AuthorizationPolicy of Linkerd must refer to a MeshTLSAuthentication or a ServiceAccount; a ServerAuthorization must ask for mutual TLS with identities.",
  rationale:
    "An authorization by network alone, or by nothing, admits every client that can send a packet: an address proves nobody.",
  remediation:
    "Add a MeshTLSAuthentication to `requiredAuthenticationRefs` (all references must hold), or list `client.meshTLS.serviceAccounts`.",
  severity: "high",
  controls: [
    "NIST-800-53-5/AC-3",
    "NIST-800-53-5/IA-9",
    "NSA-CISA-1.2/network-separation",
    "OWASP-K8S-2022/K07",
    "OWASP-K8S-2025/K05",
  ],
  rollout: { difficulty: "medium", effect: "high", load: "low" },
  match: [LinkerdAuthorizationPolicy, ServerAuthorization],
  *check({ object }) {
    const who = `${object.kind} <${object.metadata.name}>`;
    if (object.kind === "AuthorizationPolicy") {
      const asked = object.spec.requiredAuthenticationRefs.map((ref) => ref.kind);
      if (!asked.includes("MeshTLSAuthentication") && !asked.includes("ServiceAccount")) {
        yield violation(`${who} admits clients without identity: ${describe(asked)}`, object.spec);
      }
    } else {
      const { unauthenticated, meshTLS } = object.spec.client;
      if (unauthenticated === true) {
        yield violation(`${who} admits clients without identity: unauthenticated`, object.spec.client);
      } else if (meshTLS === undefined) {
        yield violation(`${who} admits clients without identity: no meshTLS`, object.spec.client);
      } else if (meshTLS.unauthenticatedTLS === true) {
        yield violation(`${who} admits clients without identity: unauthenticatedTLS`, meshTLS);
      }
    }
  },
});

function describe(kinds: string[]): string {
  return kinds.length === 0 ? "no authentication at all" : `only ${kinds.join(", ")}`;
}

import { policy, violation } from "@policyc/sdk";
import { MeshTLSAuthentication } from "../../modules/linkerd/mesh-tls-authentication.js";
import { ServerAuthorization } from "../../modules/linkerd/server-authorization.js";

export default policy({
  name: "linkerd-mesh-tls-identities",
  title: "Linkerd identities are named",
  description:
    "A MeshTLSAuthentication or ServerAuthorization must name identities, service accounts or a namespace, not `*`.",
  rationale:
    "`*` is every pod that has a proxy: one foothold anywhere in the mesh, and mutual TLS opens the door for it.",
  remediation:
    "List service accounts in `identityRefs`, or identities with a namespace, e.g. `*.shop.serviceaccount.identity.linkerd.cluster.local`.",
  severity: "medium",
  controls: ["NIST-800-53-5/AC-6", "NIST-800-53-5/IA-9", "OWASP-K8S-2022/K07", "OWASP-K8S-2025/K05"],
  rollout: { difficulty: "medium", effect: "medium", load: "medium" },
  match: [MeshTLSAuthentication, ServerAuthorization],
  *check({ object }) {
    const isOld = object.kind === "ServerAuthorization";
    const identities = isOld ? object.spec.client.meshTLS?.identities : object.spec.identities;
    for (const identity of identities ?? []) {
      if (identity === "*" || identity.startsWith("*.serviceaccount.")) {
        yield violation(
          `${object.kind} <${object.metadata.name}> admits every client of the mesh: ${identity}`,
          object.spec,
        );
      }
    }
  },
});

import { inventory, matchesSelector, Namespace, policy, violation } from "@policyc/sdk";
import { LinkerdAuthorizationPolicy } from "../../modules/linkerd/authorization-policy.js";
import { Server } from "../../modules/linkerd/server.js";
import { ServerAuthorization } from "../../modules/linkerd/server-authorization.js";
import { readsOthers } from "../../modules/unreachable.js";

const annotation = "config.linkerd.io/default-inbound-policy";
const authenticating = ["all-authenticated", "cluster-authenticated"] as const;

export default policy({
  name: "linkerd-server-authenticated",
  title: "A Linkerd Server authenticates its clients",
  description:
    "For each Server of Linkerd there must be an AuthorizationPolicy that requires a MeshTLSAuthentication or ServiceAccount, or a default policy that authenticates.",
  rationale:
    "A Server names a port, and nobody who may use it: `proxyProtocol: TLS` passes the application's TLS on, and proves nothing about the client.",
  remediation:
    "Add a MeshTLSAuthentication and an AuthorizationPolicy that targets the Server (or its Namespace), or set `accessPolicy: all-authenticated`.",
  severity: "high",
  controls: [
    "NIST-800-53-5/AC-3",
    "NIST-800-53-5/IA-9",
    "NSA-CISA-1.2/network-separation",
    "OWASP-K8S-2022/K07",
    "OWASP-K8S-2025/K05",
  ],
  rollout: { difficulty: "medium", effect: "high", load: "medium" },
  match: [Server],
  unreachable: readsOthers,
  *check({ object }) {
    const { name, namespace } = object.metadata;
    const { accessPolicy } = object.spec;
    const isOpen = accessPolicy?.endsWith("-unauthenticated") === true || accessPolicy === "audit";
    if (isOpen) {
      yield violation(
        `Server <${name}> admits clients without identity: accessPolicy ${accessPolicy ?? ""}`,
        object.spec,
      );
    } else if (
      !authenticating.some((one) => one === accessPolicy) &&
      !isAuthorized(name, namespace) &&
      !hasOldAuthorization(object) &&
      !isAuthenticatedByDefault(namespace)
    ) {
      yield violation(
        `Server <${name}> authenticates nobody: no AuthorizationPolicy with an identity is for it`,
        object.spec,
      );
    }
  },
});

/** By an AuthorizationPolicy for the Server, or for all of its namespace. */
function isAuthorized(server: string, namespace: string): boolean {
  return inventory(LinkerdAuthorizationPolicy, { namespace }).some(({ spec }) => {
    const { kind, name } = spec.targetRef;
    const isTarget = (kind === "Server" && name === server) || (kind === "Namespace" && name === namespace);
    return (
      isTarget &&
      spec.requiredAuthenticationRefs.some(
        (ref) => ref.kind === "MeshTLSAuthentication" || ref.kind === "ServiceAccount",
      )
    );
  });
}

/** By a ServerAuthorization, by name or by labels. */
function hasOldAuthorization(object: Server): boolean {
  return inventory(ServerAuthorization, { namespace: object.metadata.namespace }).some(({ spec }) => {
    const { server, client } = spec;
    const isTarget =
      server.name === object.metadata.name ||
      (server.selector !== undefined && matchesSelector(server.selector, object.metadata.labels ?? {}));
    return (
      isTarget &&
      client.unauthenticated !== true &&
      client.meshTLS !== undefined &&
      client.meshTLS.unauthenticatedTLS !== true
    );
  });
}

/** What the namespace says for ports in general. */
function isAuthenticatedByDefault(namespace: string): boolean {
  return inventory(Namespace).some(
    ({ metadata }) =>
      metadata.name === namespace && authenticating.some((one) => one === metadata.annotations?.[annotation]),
  );
}

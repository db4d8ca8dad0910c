import { kind, type NamedObjectMeta, policy } from "@policyc/sdk";

/** As much of Istio's PeerAuthentication as the policy reads. */
interface PeerAuthentication {
  kind: "PeerAuthentication";
  metadata: NamedObjectMeta;
  spec?: { mtls?: { mode?: string } };
}

const PeerAuthentication = kind<PeerAuthentication>({
  group: "security.istio.io",
  version: "v1",
  kind: "PeerAuthentication",
  plural: "peerauthentications",
  scope: "Namespaced",
});

export default policy({
  name: "enforce-strict-mtls",
  title: "Strict mutual TLS",
  description: "A PeerAuthentication may not turn mutual TLS off: its mode is STRICT, or inherited.",
  severity: "medium",
  match: [PeerAuthentication],
  kyverno: { rule: "validate-mtls" },
  require: ({ object }) => ["UNSET", "STRICT"].includes(object.spec?.mtls?.mode ?? "UNSET"),
  message: ({ object }) =>
    `the mode <${object.spec?.mtls?.mode ?? ""}> is not allowed, only UNSET and STRICT`,
});

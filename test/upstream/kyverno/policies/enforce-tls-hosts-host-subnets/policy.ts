import { kind, type NamedObjectMeta, policy } from "@policyc/sdk";

/** As much of Istio's DestinationRule as the policy reads. */
interface DestinationRule {
  kind: "DestinationRule";
  metadata: NamedObjectMeta;
  spec?: { trafficPolicy?: { tls?: { mode?: string } } };
}

const DestinationRule = kind<DestinationRule>({
  group: "networking.istio.io",
  version: "v1",
  kind: "DestinationRule",
  plural: "destinationrules",
  scope: "Namespaced",
});

export default policy({
  name: "enforce-tls-hosts-host-subnets",
  title: "TLS to the destination",
  description: "A DestinationRule may not turn TLS off for the traffic to its host.",
  severity: "medium",
  match: [DestinationRule],
  kyverno: { rule: "destrule" },
  require: ({ object }) => object.spec?.trafficPolicy?.tls?.mode !== "DISABLE",
  message: "TLS may not be disabled in a traffic policy",
});

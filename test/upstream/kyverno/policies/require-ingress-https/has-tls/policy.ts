import { Ingress, policy } from "@policyc/sdk";

export default policy({
  name: "require-ingress-https-tls",
  title: "Ingress with TLS",
  description: "An Ingress must define TLS.",
  severity: "medium",
  match: [Ingress],
  kyverno: { policy: "require-ingress-https", rule: "has-tls" },
  require: ({ object }) => object.spec?.tls !== undefined,
  message: "`spec.tls` must be defined",
});

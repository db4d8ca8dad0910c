import { Ingress, policy } from "@policyc/sdk";

export default policy({
  name: "require-ingress-https-annotation",
  title: "Ingress without plain HTTP",
  description: "An Ingress must refuse plain HTTP.",
  severity: "medium",
  match: [Ingress],
  kyverno: { policy: "require-ingress-https", rule: "has-annotation" },
  require: ({ object }) => object.metadata.annotations?.["kubernetes.io/ingress.allow-http"] === "false",
  message: "the annotation `kubernetes.io/ingress.allow-http` must be `false`",
});

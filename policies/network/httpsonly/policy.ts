import { Ingress, parameters, policy } from "@policyc/sdk";

interface Params {
  /** Accept an Ingress without `spec.tls`, e.g. where a load balancer in front ends TLS. */
  tlsOptional?: boolean;
}

export default policy({
  name: "httpsonly",
  title: "HTTPS only",
  description: "An Ingress must refuse plain HTTP and configure TLS.",
  rationale: "Plain HTTP can be read and changed by everybody between the client and the cluster.",
  remediation:
    'Annotate the Ingress with `kubernetes.io/ingress.allow-http: "false"` and fill in `spec.tls`.',
  severity: "medium",
  controls: ["NSA-CISA-1.2/encryption", "NIST-800-53-5/SC-8"],
  rollout: { difficulty: "medium", effect: "medium", load: "low" },
  needs: "whether your ingress controller reads the annotation allow-http",
  match: [Ingress],
  gatekeeper: { kind: "K8sHttpsOnly" },
  params: parameters<Params>({}),
  require: ({ object, params }) =>
    object.metadata.annotations?.["kubernetes.io/ingress.allow-http"] === "false" &&
    (params.tlsOptional === true || (object.spec.tls ?? []).length > 0),
  message: ({ object, params }) =>
    params.tlsOptional === true
      ? `Ingress should be https. The allow-http annotation must be false for ${object.metadata.name}`
      : `Ingress should be https. tls configuration is required and the allow-http annotation must be false for ${object.metadata.name}`,
});

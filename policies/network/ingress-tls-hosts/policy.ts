import { Ingress, policy, violation } from "@policyc/sdk";

/** What sends clients from HTTP to HTTPS where there is TLS, if nobody says otherwise. */
const redirects = [
  "nginx.ingress.kubernetes.io/ssl-redirect",
  "ingress.kubernetes.io/ssl-redirect",
  "haproxy.org/ssl-redirect",
] as const;

export default policy({
  name: "ingress-tls-hosts",
  title: "Every host of an Ingress has TLS",
  description:
    "Each host of an Ingress must be in an entry of `spec.tls`, itself or by a wildcard one level above it, and plain HTTP must be redirected there.",
  rationale:
    "A host without a certificate is served in plain text, or with the controller's own certificate, which teaches people to click warnings away.",
  remediation:
    'Add the host to `spec.tls[].hosts`, with the Secret that holds its certificate, and remove `ssl-redirect: "false"`.',
  severity: "medium",
  controls: ["NSA-CISA-1.2/encryption", "NIST-800-53-5/SC-8"],
  rollout: { difficulty: "low", effect: "medium", load: "low" },
  match: [Ingress],
  *check({ object }) {
    const covered = (object.spec.tls ?? []).flatMap(({ hosts }) => hosts ?? []);
    const rules = object.spec.rules ?? [];
    if (
      object.spec.defaultBackend !== undefined &&
      rules.length === 0 &&
      (object.spec.tls ?? []).length === 0
    )
      yield violation(`Ingress <${object.metadata.name}> serves every host without TLS`, object.spec);
    for (const rule of rules) {
      const host = rule.host ?? "";
      if (host === "" || covered.some((name) => covers(name, host))) continue;
      yield violation(`Ingress <${object.metadata.name}> serves ${host} without TLS`, rule);
    }
    const { annotations = {} } = object.metadata;
    for (const name of redirects) {
      if (annotations[name] === "false" && (object.spec.tls ?? []).length > 0)
        yield violation(
          `Ingress <${object.metadata.name}> serves plain HTTP beside TLS: ${name} is false`,
          object.metadata,
        );
    }
  },
});

/** `*.example.com` covers `shop.example.com`, but not `a.shop.example.com` (RFC 6125, 6.4.3). */
function covers(name: string, host: string): boolean {
  return name === host || (name.startsWith("*.") && name.slice(1) === host.slice(host.indexOf(".")));
}

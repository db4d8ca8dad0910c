import { Ingress, policy } from "@policyc/sdk";

export default policy({
  name: "ingress-host-match-tls",
  title: "Ingress hosts have TLS",
  description: "The hosts of an Ingress must be among those that its TLS section names.",
  severity: "medium",
  match: [Ingress],
  kyverno: { rule: "host-match-tls" },
  // One host in common is enough for Kyverno's policy.
  require: ({ object }) => {
    const hosts = (object.spec?.rules ?? []).map(({ host = "" }) => host).filter((host) => host !== "");
    const isSecured = (host: string) =>
      (object.spec?.tls ?? []).some((tls) => (tls.hosts ?? []).includes(host));
    return hosts.length === 0 || hosts.some((host) => isSecured(host));
  },
  message: "no host of `spec.rules` is among the hosts of `spec.tls`",
});

import { Ingress, policy, violation } from "@policyc/sdk";

export default policy({
  name: "restrict-ingress-wildcard",
  title: "No wildcard hosts in Ingresses",
  description: "An Ingress must name its hosts: a wildcard draws traffic that is meant for others.",
  severity: "medium",
  match: [Ingress],
  kyverno: { rule: "block-ingress-wildcard" },
  *check({ object }) {
    for (const { host = "" } of object.spec?.rules ?? []) {
      if (host.includes("*")) yield violation(`the host <${host}> has a wildcard`);
    }
  },
});

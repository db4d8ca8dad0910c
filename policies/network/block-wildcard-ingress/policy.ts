import { Ingress, policy, violation } from "@policyc/sdk";

export default policy({
  name: "block-wildcard-ingress",
  title: "Block wildcard Ingress",
  description: "The rules of an Ingress must name a host, and no wildcard.",
  rationale:
    "Whoever may create an Ingress with an empty or wildcard host receives the traffic of other teams' hosts.",
  remediation: "Name each host in full under `spec.rules`.",
  severity: "medium",
  controls: ["NIST-800-53-5/SC-7"],
  rollout: { difficulty: "low", effect: "medium", load: "low" },
  match: [Ingress],
  gatekeeper: { kind: "K8sBlockWildcardIngress" },
  *check({ object }) {
    for (const rule of object.spec.rules ?? []) {
      const host = rule.host ?? "";
      if (host === "") {
        yield violation("Hostname is required: an empty or omitted host counts as a wildcard", rule);
      } else if (host.includes("*")) {
        yield violation(`Hostname '${host}' is not allowed since it counts as a wildcard`, rule);
      }
    }
  },
});

import { policy, violation } from "@policyc/sdk";
import { GRPCRoute } from "../../modules/gateway-api/grpc-route.js";
import { HTTPRoute } from "../../modules/gateway-api/http-route.js";

export default policy({
  name: "gateway-route-hosts",
  title: "Routes name their hosts",
  description: "An HTTPRoute or GRPCRoute must list its hostnames in full.",
  rationale:
    "A route without hostnames answers to every host of its Gateway, one with a wildcard to all below it: it takes the traffic of other teams' names.",
  remediation: "List each host in full under `spec.hostnames`.",
  severity: "medium",
  controls: ["NSA-CISA-1.2/network-separation"],
  rollout: { difficulty: "low", effect: "medium", load: "low" },
  match: [HTTPRoute, GRPCRoute],
  *check({ object }) {
    const hosts = object.spec.hostnames ?? [];
    if (hosts.length === 0)
      yield violation(
        `${object.kind} <${object.metadata.name}> answers to every host of its gateway`,
        object.spec,
      );
    for (const host of hosts) {
      if (host.includes("*"))
        yield violation(`${object.kind} <${object.metadata.name}> answers to ${host}`, object.spec);
    }
  },
});

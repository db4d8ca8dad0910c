import { policy, violation } from "@policyc/sdk";
import { GRPCRoute } from "../../modules/gateway-api/grpc-route.js";
import { HTTPRoute, type ParentRef } from "../../modules/gateway-api/http-route.js";
import { listenersOf } from "../../modules/gateway-api/listeners.js";
import { readsOthers } from "../../modules/unreachable.js";

export default policy({
  name: "gateway-route-hosts",
  title: "Routes name their hosts",
  description:
    "An HTTPRoute or GRPCRoute must list its hostnames in full, or attach to listeners that name theirs in full.",
  rationale:
    "A route without hostnames answers to every host of its Gateway, one with a wildcard to all below it: it takes the traffic of other teams' names.",
  remediation:
    "List each host in full under `spec.hostnames`, or have a listener with one `hostname` for the route, and name it in `parentRefs[].sectionName`.",
  severity: "medium",
  controls: ["NIST-800-53-5/SC-7"],
  rollout: { difficulty: "low", effect: "medium", load: "low" },
  match: [HTTPRoute, GRPCRoute],
  unreachable: readsOthers,
  *check({ object }) {
    const parents = object.spec.parentRefs ?? [];
    const namespace = object.metadata.namespace ?? "";
    // In a mesh it is the Service that says whose requests these are.
    const isOfMesh = (parent: ParentRef) => parent.kind === "Service";
    const isBound = (parent: ParentRef) => isOfMesh(parent) || isOfOneHost(parent, namespace);
    if (parents.length > 0 && parents.every(isBound)) return;
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

/** Do the listeners that it attaches to name their hosts in full? A Gateway that nobody knows names none. */
function isOfOneHost(parent: ParentRef, own: string): boolean {
  const listeners = listenersOf(parent, own);
  return (
    listeners.length > 0 && listeners.every(({ hostname = "" }) => hostname !== "" && !hostname.includes("*"))
  );
}

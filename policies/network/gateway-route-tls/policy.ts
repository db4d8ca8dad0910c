import { globMatches, parameters, policy, violation } from "@policyc/sdk";
import { GRPCRoute } from "../../modules/gateway-api/grpc-route.js";
import { HTTPRoute } from "../../modules/gateway-api/http-route.js";
import { listenersOf } from "../../modules/gateway-api/listeners.js";
import { readsOthers } from "../../modules/unreachable.js";

interface Params {
  /** Gateways behind something that ends TLS, such as the load balancer of a cloud; `*` at either end is a wildcard. */
  plainGateways?: string[];
}

export default policy({
  name: "gateway-route-tls",
  title: "Routes are reached by TLS",
  description:
    "An HTTPRoute or GRPCRoute must not attach to a listener of plain HTTP, unless all that its rules do is to send clients on to HTTPS.",
  rationale:
    "A route without `sectionName` attaches to every listener of its Gateway: to the one that is there to redirect, too, and then it answers in plain text.",
  remediation:
    "Name the listener of HTTPS in `parentRefs[].sectionName`; give the one of HTTP a route with the filter RequestRedirect and `scheme: https`.",
  severity: "medium",
  controls: ["NSA-CISA-1.2/encryption", "NIST-800-53-5/SC-8"],
  rollout: { difficulty: "low", effect: "medium", load: "low" },
  match: [HTTPRoute, GRPCRoute],
  unreachable: readsOthers,
  params: parameters<Params>({ plainGateways: [] }),
  *check({ object, params }) {
    if (object.kind === "HTTPRoute" && onlyRedirects(object)) return;
    for (const parent of object.spec.parentRefs ?? []) {
      if ((params.plainGateways ?? []).some((pattern) => globMatches(pattern, parent.name))) continue;
      for (const listener of listenersOf(parent, object.metadata.namespace ?? "")) {
        if (listener.protocol === "HTTP")
          yield violation(
            `${object.kind} <${object.metadata.name}> answers in plain text at listener <${listener.name}> of <${parent.name}>`,
            parent,
          );
      }
    }
  },
});

function onlyRedirects({ spec: { rules = [] } }: HTTPRoute): boolean {
  return (
    rules.length > 0 &&
    rules.every(({ filters = [] }) =>
      filters.some(({ requestRedirect }) => requestRedirect?.scheme === "https"),
    )
  );
}

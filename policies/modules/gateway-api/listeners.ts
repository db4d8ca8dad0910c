import { inventory } from "@policyc/sdk";
import { type GatewayListener, KubernetesGateway } from "./gateway.js";
import type { ParentRef } from "./http-route.js";
import { ListenerSet } from "./listener-set.js";

/** The listeners that a route of a namespace attaches to by such a reference. Those of a Gateway that nobody knows are none. */
export function listenersOf(parent: ParentRef, own: string): GatewayListener[] {
  const { kind = "Gateway", name, namespace = own, sectionName, port } = parent;
  return [
    ...(kind === "Gateway" ? inventory(KubernetesGateway, { namespace }) : []),
    ...(kind === "ListenerSet" ? inventory(ListenerSet, { namespace }) : []),
  ]
    .filter(({ metadata }) => metadata.name === name)
    .flatMap(({ spec }) => spec.listeners ?? [])
    .filter(
      (listener) =>
        (sectionName ?? listener.name) === listener.name && (port ?? listener.port) === listener.port,
    );
}

import { kind, type NamedObjectMeta } from "@policyc/sdk";
import type { GatewayListener } from "./gateway.js";

/** Listeners that others add to a Gateway, gateway.networking.k8s.io/v1 (in the standard channel since Gateway API 1.5). */
export interface ListenerSet {
  apiVersion: "gateway.networking.k8s.io/v1";
  kind: "ListenerSet";
  metadata: NamedObjectMeta;
  spec: { parentRef: { name: string; namespace?: string }; listeners?: GatewayListener[] };
}

export const ListenerSet = kind<ListenerSet>({
  group: "gateway.networking.k8s.io",
  version: "v1",
  kind: "ListenerSet",
  plural: "listenersets",
  scope: "Namespaced",
});

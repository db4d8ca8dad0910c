import { kind, type NamedObjectMeta } from "@policyc/sdk";

/** Gatekeeper's Config: what it reads, and which namespaces it leaves out. */
export interface GatekeeperConfig {
  apiVersion: "config.gatekeeper.sh/v1alpha1";
  kind: "Config";
  metadata: NamedObjectMeta;
  spec?: {
    /** `processes`: `audit`, `webhook`, `mutation-webhook`, `sync`, or `*`. */
    match?: { excludedNamespaces?: string[]; processes?: string[] }[];
  };
}

export const GatekeeperConfig = kind<GatekeeperConfig>({
  group: "config.gatekeeper.sh",
  version: "v1alpha1",
  kind: "Config",
  plural: "configs",
  scope: "Namespaced",
});

import { kind, type LabelSelector, type NamedObjectMeta } from "@policyc/sdk";

/** What is logged of requests; the last that says something of a direction holds. */
export interface AccessLogging {
  /** Which side of a connection logs. Absent means both. */
  match?: { mode?: "CLIENT" | "SERVER" | "CLIENT_AND_SERVER" };
  /** A wrapped Boolean, which may be `null`. */
  disabled?: boolean | null;
  providers?: { name: string }[];
  filter?: { expression?: string };
}

/** Istio's Telemetry, as far as policies read it. */
export interface Telemetry {
  apiVersion: string;
  kind: "Telemetry";
  metadata: NamedObjectMeta;
  spec?: { selector?: LabelSelector; accessLogging?: AccessLogging[] };
}

export const Telemetry = kind<Telemetry>({
  group: "telemetry.istio.io",
  version: "v1",
  kind: "Telemetry",
  plural: "telemetries",
  scope: "Namespaced",
});

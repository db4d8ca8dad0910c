import { document } from "@policyc/sdk";

/** An output of Falcosidekick: where to, and from which priority on. Each output has some of these. */
export interface FalcosidekickOutput {
  webhookurl?: string;
  address?: string;
  hostport?: string | string[];
  routingkey?: string;
  apikey?: string;
  minimumpriority?: string;
  checkcert?: boolean;
}

/** Settings of Falcosidekick, as far as policies read them. */
export interface FalcosidekickConfig {
  slack?: FalcosidekickOutput;
  pagerduty?: FalcosidekickOutput;
  teams?: FalcosidekickOutput;
  discord?: FalcosidekickOutput;
  mattermost?: FalcosidekickOutput;
  rocketchat?: FalcosidekickOutput;
  googlechat?: FalcosidekickOutput;
  opsgenie?: FalcosidekickOutput;
  alertmanager?: FalcosidekickOutput;
  webhook?: FalcosidekickOutput;
  elasticsearch?: FalcosidekickOutput;
  loki?: FalcosidekickOutput;
}

export const FalcosidekickConfig = document<FalcosidekickConfig>({
  name: "FalcosidekickConfig",
  title: "settings of Falcosidekick",
  // Other programs have a section `slack` too: what is in it tells whose it is.
  recognise: {
    hasAny: ["slack", "pagerduty", "opsgenie", "rocketchat", "mattermost", "googlechat"],
    member: { hasAny: ["webhookurl", "routingkey", "apikey", "hostport", "address", "minimumpriority"] },
  },
});

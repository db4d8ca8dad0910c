import { parameters, policy, regexMatches, violation } from "@policyc/sdk";
import {
  FalcosidekickConfig,
  type FalcosidekickOutput,
} from "../../modules/documents/falcosidekick-config.js";

interface Params {
  /** Outputs that somebody is woken by; one of them must be configured. */
  alerting: (
    | "slack"
    | "pagerduty"
    | "teams"
    | "discord"
    | "mattermost"
    | "rocketchat"
    | "googlechat"
    | "opsgenie"
    | "alertmanager"
    | "webhook"
  )[];
}

export default policy({
  name: "falcosidekick-outputs",
  title: "Falco's alerts reach somebody, unread by others",
  description:
    "Falcosidekick must have an output that alerts, must not send by plain HTTP or without checking certificates, and must not hold back critical alerts.",
  rationale:
    "Detection that nobody hears of is none; an alert in plain text tells whoever reads it what was found, and where.",
  remediation:
    "Configure `slack.webhookurl` or `pagerduty.routingkey`, with `https://` and the default `checkcert: true`.",
  severity: "high",
  controls: [
    "NIST-800-53-5/SI-4",
    "NIST-800-53-5/SC-8",
    "NSA-CISA-1.2/threat-detection",
    "OWASP-K8S-2022/K05",
    "OWASP-K8S-2025/K10",
  ],
  rollout: { difficulty: "low", effect: "high", load: "medium" },
  match: [FalcosidekickConfig],
  params: parameters<Params>({ alerting: ["slack", "pagerduty", "teams", "opsgenie", "alertmanager"] }),
  *check({ object, params }) {
    const outputs = [
      { name: "slack", output: object.slack },
      { name: "pagerduty", output: object.pagerduty },
      { name: "teams", output: object.teams },
      { name: "discord", output: object.discord },
      { name: "mattermost", output: object.mattermost },
      { name: "rocketchat", output: object.rocketchat },
      { name: "googlechat", output: object.googlechat },
      { name: "opsgenie", output: object.opsgenie },
      { name: "alertmanager", output: object.alertmanager },
      { name: "webhook", output: object.webhook },
      { name: "elasticsearch", output: object.elasticsearch },
      { name: "loki", output: object.loki },
    ];
    const isAlerting = outputs.some(
      ({ name, output }) => params.alerting.some((one) => one === name) && addressesOf(output).length > 0,
    );
    if (!isAlerting)
      yield violation(`nobody is alerted: none of ${params.alerting.join(", ")} is configured`, object);
    for (const { name, output } of outputs) {
      for (const address of addressesOf(output)) {
        if (address.startsWith("http://")) {
          yield violation(`${name} is sent alerts in plain text: ${address}`, output);
        }
      }
      if (output?.checkcert === false) {
        yield violation(
          `${name} is sent alerts without a check of its certificate: checkcert is false`,
          output,
        );
      }
      if (regexMatches("(?i)^(emergency|alert)$", output?.minimumpriority ?? "")) {
        yield violation(
          `${name} is not sent critical alerts: minimumpriority ${output?.minimumpriority ?? ""}`,
          output,
        );
      }
    }
  },
});

/** Where an output sends to, or the key that says so. None for an output that is turned off. */
function addressesOf(output: FalcosidekickOutput | undefined): string[] {
  const { hostport } = output ?? {};
  const hosts = typeof hostport === "string" ? [hostport] : (hostport ?? []);
  return [
    output?.webhookurl ?? "",
    output?.address ?? "",
    output?.routingkey ?? "",
    output?.apikey ?? "",
    ...hosts,
  ].filter((address) => address !== "");
}

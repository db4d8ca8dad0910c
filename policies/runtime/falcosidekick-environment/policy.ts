import {
  type AnyContainer,
  containers,
  type EnvVar,
  imageRepository,
  parameters,
  policy,
  regexMatches,
  violation,
  workloads,
} from "@policyc/sdk";

interface Params {
  /** The variables that say whom to wake; one of them must be set. */
  alerting: string[];
}

export default policy({
  name: "falcosidekick-environment",
  title: "Falcosidekick's variables reach somebody, unread by others",
  description:
    "Where Falcosidekick is configured by its environment, a variable must name an output that alerts, and none may send by plain HTTP, without checking certificates, or hold back critical alerts.",
  rationale:
    "Detection that nobody hears of is none; an alert in plain text tells whoever reads it what was found, and where.",
  remediation:
    "Set `SLACK_WEBHOOKURL` or `PAGERDUTY_ROUTINGKEY` from a Secret, with `https://` and without `…_CHECKCERT: false`. What `envFrom` or a file brings is looked at by `falcosidekick-outputs`.",
  severity: "high",
  controls: [
    "NIST-800-53-5/SI-4",
    "NIST-800-53-5/SC-8",
    "NSA-CISA-1.2/threat-detection",
    "OWASP-K8S-2022/K05",
    "OWASP-K8S-2025/K10",
  ],
  rollout: { difficulty: "low", effect: "high", load: "low" },
  match: workloads,
  params: parameters<Params>({
    alerting: [
      "SLACK_WEBHOOKURL",
      "PAGERDUTY_ROUTINGKEY",
      "TEAMS_WEBHOOKURL",
      "OPSGENIE_APIKEY",
      "ALERTMANAGER_HOSTPORT",
    ],
  }),
  *check({ object, params }) {
    for (const container of containers(object).filter(isFalcosidekick)) {
      const variables = container.env ?? [];
      if (
        !hasOtherSource(container) &&
        !variables.some((one) => params.alerting.includes(one.name) && isSet(one))
      )
        yield violation(`nobody is alerted: none of ${params.alerting.join(", ")} is set`, container);
      for (const variable of variables) {
        const { name, value = "" } = variable;
        if (regexMatches("_(WEBHOOKURL|HOSTPORT|ADDRESS)$", name) && value.startsWith("http://"))
          yield violation(`alerts are sent in plain text: ${name} is ${value}`, variable);
        if (name.endsWith("_CHECKCERT") && value === "false")
          yield violation(`alerts are sent without a check of the certificate: ${name} is false`, variable);
        if (name.endsWith("_MINIMUMPRIORITY") && regexMatches("(?i)^(emergency|alert)$", value))
          yield violation(`critical alerts are held back: ${name} is ${value}`, variable);
      }
    }
  },
});

function isFalcosidekick(container: AnyContainer): boolean {
  return `/${imageRepository(container.image ?? "")}`.endsWith("/falcosidekick");
}

/** A Secret, a ConfigMap or a file may have what the variables do not say. */
function hasOtherSource(container: AnyContainer): boolean {
  return (
    (container.envFrom ?? []).length > 0 ||
    [...(container.command ?? []), ...(container.args ?? [])].some(
      (word) => word === "-c" || word.startsWith("--config-file"),
    )
  );
}

function isSet({ value, valueFrom }: EnvVar): boolean {
  return valueFrom !== undefined || (value ?? "") !== "";
}
